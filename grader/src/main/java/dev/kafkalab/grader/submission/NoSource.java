package dev.kafkalab.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognizes files that have the name of a Java file but are none: javac would only complain. */
final class NoSource {

  private static final int BEGINNING = 1_000;

  private NoSource() {}

  /** Returns what the file is, if it is no source. */
  static Optional<Feedback> problem(String name, byte[] content) {
    String text = new String(content, ISO_8859_1); // each byte is a character
    String start = text.substring(0, Math.min(BEGINNING, text.length()));
    String page = start.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("version https://git-lfs.github.com/")) {
      return found(
          name, 1, "is a pointer of Git LFS", "Run 'git lfs pull', and hand in the file itself.");
    }
    if (page.startsWith("<!doctype") || page.startsWith("<html")) {
      return found(
          name,
          1,
          "is a web page",
          "Download the file itself: a repository's 'Raw' button shows it.");
    }
    if (start.startsWith("\u00CA\u00FE\u00BA\u00BE") || start.startsWith("PK\u0003\u0004")) {
      return found(
          name, 1, "is a compiled class or an archive", "Hand in the source of the class.");
    }
    if (start.indexOf('\0') >= 0) {
      return start.chars().allMatch(each -> each == 0)
          ? found(
              name,
              1,
              "contains only zero bytes",
              "It was damaged: copy it again from where you wrote it.")
          : Optional.of(SourceFeedback.utf16(name));
    }
    return mergeMarker(name, text);
  }

  private static Optional<Feedback> mergeMarker(String name, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("<<<<<<< ") && text.contains("\n>>>>>>> ")) {
        return found(
            name,
            i + 1,
            "has the marks of a merge conflict",
            "Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.");
      }
    }
    return Optional.empty();
  }

  private static Optional<Feedback> found(String name, int line, String what, String hint) {
    return Optional.of(
        Feedback.of("'%s' %s.".formatted(name, what), hint).at(new Location(name, line)));
  }
}
