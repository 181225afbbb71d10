package dev.kafkalab.grader.handin.archive;

import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.Locale;

/** Messages for archives that are not opened. */
final class ArchiveFeedback {

  private static final int SHOWN = 120;
  private static final String PACK_AGAIN =
      "Pack the folder of the submission again, as a plain .zip file.";

  private ArchiveFeedback() {}

  static Feedback notOpened(String archive, ArchiveKind kind) {
    return Feedback.of(
        "'%s' is %s, which the grader does not open.".formatted(shown(archive), kind.phrase()),
        kind == ArchiveKind.NONE
            ? "Pack the folder of the submission as a .zip or .tar.gz file."
            : "Unpack it, and hand in the files as a .zip or .tar.gz file.");
  }

  static Feedback tooManyEntries(String archive, int limit) {
    return Feedback.of(
        String.format(
            Locale.ROOT, "'%s' has more than %,d files and folders.", shown(archive), limit),
        "Pack only the submission, without libraries, build output and other projects.");
  }

  static Feedback tooLarge(String archive, long limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "'%s' unpacks to more than %d MB.", shown(archive), limit >> 20),
        "Pack only the submission, without libraries, build output and videos.");
  }

  static Feedback bomb(String archive, int ratio) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "'%s' unpacks to more than %d times its size, which no sources do.",
            shown(archive),
            ratio),
        PACK_AGAIN);
  }

  static Feedback outside(String archive, String entry) {
    return Feedback.of(
        "'%s' has an entry that would be written outside its folder: '%s'."
            .formatted(shown(archive), shown(entry)),
        PACK_AGAIN);
  }

  static Feedback badName(String archive, String entry) {
    return Feedback.of(
        "'%s' has an entry whose name this system does not allow: '%s'."
            .formatted(shown(archive), shown(entry)),
        "Rename the file, and pack the folder again.");
  }

  static Feedback tooDeep(String archive, String entry) {
    return Feedback.of(
        "'%s' has folders nested too deeply: '%s'.".formatted(shown(archive), shown(entry)),
        "Look for a folder that was copied into itself, delete it, and pack the folder again.");
  }

  static Feedback link(String archive, String entry) {
    return Feedback.of(
        "'%s' has a link: '%s'.".formatted(shown(archive), shown(entry)),
        "Replace the link with a copy of the file, and pack the folder again.");
  }

  static Feedback special(String archive, String entry) {
    return Feedback.of(
        "'%s' has an entry that is neither a file nor a folder: '%s'."
            .formatted(shown(archive), shown(entry)),
        PACK_AGAIN);
  }

  static Feedback twice(String archive, String entry) {
    return Feedback.of(
        "'%s' has the same name twice: '%s'.".formatted(shown(archive), shown(entry)), PACK_AGAIN);
  }

  static Feedback encrypted(String archive) {
    return Feedback.of(
        "'%s' is protected with a password.".formatted(shown(archive)),
        "Pack the folder again, without a password.");
  }

  static Feedback method(String archive, String entry) {
    return Feedback.of(
        "'%s' is compressed with a method that the grader does not know, at '%s'."
            .formatted(shown(archive), shown(entry)),
        PACK_AGAIN);
  }

  static Feedback damaged(String archive) {
    return Feedback.of(
        "'%s' is damaged or incomplete.".formatted(shown(archive)),
        "Open it yourself to check; then pack the folder again and upload it once more.");
  }

  private static String shown(String name) {
    return Ellipsis.after(SHOWN, name);
  }
}
