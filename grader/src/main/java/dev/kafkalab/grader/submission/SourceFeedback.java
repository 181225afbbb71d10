package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.util.Locale;

/** Messages for what is wrong with a source file's content, before the compiler sees it. */
final class SourceFeedback {

  private SourceFeedback() {}

  static Feedback fileTooLarge(String name, int limit) {
    return Feedback.of(
            "'%s' is larger than %s.".formatted(name, mebibytes(limit)),
            "Move data out of the source, and leave out generated code.")
        .at(new Location(name, 1));
  }

  static Feedback sourcesTooLarge(int limit) {
    return Feedback.of(
        "The Java files of the submission are larger than %s in total.".formatted(mebibytes(limit)),
        "Leave out what is not yours, such as libraries and generated code.");
  }

  static Feedback byteOrderMark(String name) {
    return Feedback.of(
            "'%s' starts with a byte-order mark, which the Java compiler treats as part of"
                    .formatted(name)
                + " the program.",
            "Save the file as \"UTF-8\", not as \"UTF-8 with BOM\": the editor's 'Save with"
                + " encoding' offers both.")
        .at(new Location(name, 1));
  }

  static Feedback utf16(String name) {
    return Feedback.of(
            "'%s' is UTF-16 text, but the lab's Java files must be UTF-8.".formatted(name),
            "Save the file as \"UTF-8\": use the editor's 'Save with encoding'.")
        .at(new Location(name, 1));
  }

  static Feedback notUtf8(String name, int line, int wrongByte) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "'%s' is not UTF-8: line %d has a byte that is not valid there.",
                name,
                line),
            "Save the file as \"UTF-8\", then check the accents and special characters in that line.",
            Fact.fact("byte", String.format(Locale.ROOT, "0x%02X", wrongByte)))
        .at(new Location(name, line));
  }

  static Feedback reservedPackage(String packageName) {
    return Feedback.of(
        "The package '%s' belongs to the lab: a submission must not add classes to it."
            .formatted(packageName),
        "Move the class to 'dev.kafkalab.lab', or to a package of your own.");
  }

  private static String mebibytes(int bytes) {
    return (bytes >> 20) + " MiB";
  }
}
