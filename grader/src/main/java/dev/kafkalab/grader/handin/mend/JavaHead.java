package dev.kafkalab.grader.handin.mend;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a Java source where it belongs, without a compiler. */
final class JavaHead {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|\\z)|//[^\\r\\n]*");

  /** A group that gives nothing back is matched in a loop: no file is too long for the stack. */
  private static final Pattern PACKAGE =
      Pattern.compile("\\A\\s*+(?:@\\S++\\s++)*+package\\s++([\\w.\\s]++);");

  private JavaHead() {}

  /**
   * Returns the folder of the package line, such as {@code dev/kafkalab/lab}; empty without one.
   */
  static String packageFolder(String source) {
    Matcher line = PACKAGE.matcher(COMMENT.matcher(source).replaceAll(" "));
    return line.find() ? line.group(1).replaceAll("\\s+", "").replace('.', '/') : "";
  }

  /** Returns whether the source declares a type of this name. */
  static boolean declares(String source, String name) {
    String declaration = "\\b(?:class|interface|enum|record)\\s+" + Pattern.quote(name) + "\\b";
    return Pattern.compile(declaration).matcher(COMMENT.matcher(source).replaceAll(" ")).find();
  }
}
