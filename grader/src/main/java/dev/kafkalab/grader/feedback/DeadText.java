package dev.kafkalab.grader.feedback;

import java.util.regex.Pattern;

/**
 * Makes a text dead that a student chose: names of folders, files, classes and threads, messages of
 * exceptions, output. Whatever it is written into takes no part of it for more than text.
 */
public final class DeadText {

  /**
   * Control characters, unpaired surrogates, and characters that change the text's direction, which
   * can make a line look like something else (CVE-2021-42574).
   */
  private static final Pattern NOT_TEXT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\n\t]]");

  /** Not characters in XML 1.0, section 2.2, beside those that are no text anywhere. */
  private static final Pattern NOT_XML = Pattern.compile("[\\uFFFE\\uFFFF]");

  /**
   * What begins a command to the machine that reads a job's log: GitHub looks at the start of a
   * line, behind blanks, and GitHub, Azure and TeamCity for {@code ##name[} anywhere in it.
   */
  private static final Pattern COMMAND = Pattern.compile("(?m)^([\\s\\x{1B}\\[0-9;m]*)::");

  private static final Pattern OLD_COMMAND = Pattern.compile("##(?=\\w*\\[)");

  /** A spreadsheet would evaluate a text that begins like a formula, some also behind blanks. */
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@]");

  private DeadText() {}

  /** Returns the text for a page or a document, which escapes what is markup there. */
  public static String of(String text) {
    return NOT_TEXT.matcher(text).replaceAll("\uFFFD");
  }

  /** Returns a console's output, of any number of lines: it may have colours, but no commands. */
  public static String ofConsole(String lines) {
    String dead = COMMAND.matcher(lines).replaceAll("$1\\\\::");
    return OLD_COMMAND.matcher(dead).replaceAll("# #");
  }

  /** Returns the text for XML, where a library escapes what is markup. */
  public static String ofXml(String text) {
    return NOT_XML.matcher(of(text)).replaceAll("\uFFFD");
  }

  /** Returns the text for HTML, in elements as in attributes. */
  public static String ofHtml(String text) {
    return of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Returns the text as a cell of CSV (RFC 4180), which has one line. */
  public static String ofCell(String text) {
    String line = of(text).replace('\n', ' ');
    String dead = FORMULA.matcher(line).find() ? "'" + line : line;
    return dead.matches(".*[\",].*") ? '"' + dead.replace("\"", "\"\"") + '"' : dead;
  }

  /** Returns the text as what a workflow command of GitHub says: a line break would end it. */
  public static String ofCommand(String text) {
    return of(text).replace("%", "%25").replace("\n", "%0A");
  }

  /** Returns the text as a property of a workflow command. */
  public static String ofProperty(String text) {
    return ofCommand(text).replace(":", "%3A").replace(",", "%2C");
  }
}
