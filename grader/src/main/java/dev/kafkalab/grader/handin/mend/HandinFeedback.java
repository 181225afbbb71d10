package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages for submissions that have no single reading. */
final class HandinFeedback {

  private static final int SHOWN = 4;

  private HandinFeedback() {}

  static Feedback nothing() {
    return Feedback.of(
        "There is no KafkaLabFactory.java: nothing was handed in.",
        "Hand in the folder of the lab, with src and ANSWERS.md in it, as a .zip file.");
  }

  /**
   * Says what was found instead.
   *
   * @param found a few words, such as "two pictures"
   */
  static Feedback noModule(String found) {
    return Feedback.of(
        "There is no KafkaLabFactory.java; found instead: %s.".formatted(found),
        "Hand in the folder of the lab, with src and ANSWERS.md in it, as a .zip file.");
  }

  static Feedback kotlin(String path) {
    return Feedback.of(
        "There is no KafkaLabFactory.java, and '%s' is written in Kotlin, but the lab is graded in Java 17."
            .formatted(path),
        "Write your solution in Java, in the classes of the template.");
  }

  static Feedback textFile(String path) {
    return Feedback.of(
        "There is no KafkaLabFactory.java: '%s' ends with '.txt', so it is not a Java file."
            .formatted(path),
        "Remove '.txt' from its name: your system may hide that ending, so let it show the endings of files.");
  }

  static Feedback severalModules(List<String> factories) {
    return Feedback.of(
        "KafkaLabFactory.java exists in %s places, so it is unclear which one counts: %s."
            .formatted(factories.size(), quoted(factories)),
        "Keep the one to be graded, and delete the others.");
  }

  static Feedback twoOf(String what, List<String> paths) {
    return Feedback.of(
        "There is more than one %s, and they differ: %s.".formatted(what, quoted(paths)),
        "Keep the one to be graded, and delete the others.");
  }

  static Feedback link(String path) {
    return Feedback.of(
        "'%s' is a symbolic link, and links are not followed.".formatted(path),
        "Replace the link with a copy of what it leads to, or delete it.");
  }

  static Feedback unreadable(String path) {
    return Feedback.of(
        "'%s' cannot be read.".formatted(path),
        "Give the user who runs the grader permission to read it.");
  }

  static Feedback tooManyFiles(int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "The submission has more than %,d files.", limit),
        "Hand in the lab only, without libraries, build output and other projects.");
  }

  static Feedback strict(List<Remark> mended) {
    return Feedback.of(
        "It would have to be mended, and --strict mends nothing: %s."
            .formatted(mended.stream().map(Remark::phrase).collect(Collectors.joining("; "))),
        "Hand it in as the lab says, or leave out --strict.");
  }

  private static String quoted(List<String> paths) {
    String shown =
        paths.stream().limit(SHOWN).map(path -> "'" + path + "'").collect(Collectors.joining(", "));
    return paths.size() > SHOWN ? shown + ", …" : shown;
  }
}
