package dev.kafkalab.grader.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes the handout apart: the sentences of the README's tasks and of the Javadoc. */
final class HandoutSentences {

  private static final Path TEMPLATE = Path.of("../student-template");
  private static final Path STUBS = TEMPLATE.resolve("src/main/java/dev/kafkalab/lab");
  private static final Path API = Path.of("../lab-api/src/main/java/dev/kafkalab/api");

  /** How to use the grader and Kafka's tools: nothing there is demanded of the code. */
  private static final Set<String> ABOUT_TOOLS =
      Set.of("What is here", "How to check your work", "How to try your programs by hand");

  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern TABLE_ROW = Pattern.compile("(?m)^ *\\|.*$");
  private static final Pattern SECTION = Pattern.compile("(?m)^## ");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*- |\\n\\s*\\n");
  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<p>|@(?:param|throws) +\\S+|@return|<pre>.*?</pre>|\\{@inheritDoc}");
  private static final Pattern END = Pattern.compile("(?<=[.?!])\\)?\\s+(?=[A-Z`(\\[])");

  private HandoutSentences() {}

  /** Returns the sentences by file, without marks such as backticks, each on one line. */
  static Map<String, List<String>> read() {
    Map<String, List<String>> sentences = new LinkedHashMap<>();
    sentences.put("README.md", readme(text(TEMPLATE.resolve("README.md"))));
    Stream.of(API, STUBS)
        .flatMap(HandoutSentences::sources)
        .forEach(file -> sentences.put(file.getFileName().toString(), javadoc(text(file))));
    sentences.values().removeIf(List::isEmpty);
    return sentences;
  }

  private static List<String> readme(String text) {
    String prose = TABLE_ROW.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
    List<String> sentences = new ArrayList<>();
    List<String> sections = List.of(SECTION.split(prose));
    for (String section : sections.subList(1, sections.size())) {
      int title = section.indexOf('\n');
      if (!ABOUT_TOOLS.contains(section.substring(0, title))) {
        PARAGRAPH.splitAsStream(section.substring(title)).forEach(each -> split(each, sentences));
      }
    }
    return sentences;
  }

  private static List<String> javadoc(String text) {
    List<String> sentences = new ArrayList<>();
    JAVADOC
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(
            comment -> {
              String plain = comment.replaceAll("(?m)^ *\\*+/?|/\\*\\*|\\*/", "");
              BLOCK.splitAsStream(plain).forEach(each -> split(each, sentences));
            });
    return sentences;
  }

  private static void split(String paragraph, List<String> sentences) {
    END.splitAsStream(plain(paragraph)).filter(each -> !each.isEmpty()).forEach(sentences::add);
  }

  /** Removes all marks and line breaks. */
  static String plain(String text) {
    return text.replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
        .replaceAll("[`*]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
