package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.nio.file.Path;
import java.util.Locale;

/** Words for what is wrong with a submission's folder, before a file is read. */
final class FolderFeedback {

  private FolderFeedback() {}

  static Feedback missingFolder(Path folder) {
    return Feedback.of(
        "There is no folder '%s'.".formatted(folder),
        "Check the spelling of the path, and the folder that it starts from.",
        Fact.fact("looked for", folder.toAbsolutePath()));
  }

  static Feedback notAFolder(Path file) {
    return Feedback.of(
        "'%s' is a file, but a submission is a folder.".formatted(file),
        "Unpack the file if it is an archive; else name the folder that it is in.");
  }

  static Feedback noSource(String folder) {
    return Feedback.of(
        "There is no Java source in '%s'.".formatted(folder),
        "Name the folder that has src/main/java in it, or one that has your .java files. Hidden"
            + " folders, target, build, out, node_modules and src/test do not count.");
  }

  static Feedback unreadable(String name) {
    return Feedback.of(
            "'%s' cannot be read.".formatted(name),
            "Give the user who grades the right to read it.")
        .at(new Location(name, 1));
  }

  static Feedback linkedFile(String name) {
    return Feedback.of(
            "'%s' is a symbolic link, but every Java file must be in the submission itself."
                .formatted(name),
            "Put a copy of the file in the place of the link.")
        .at(new Location(name, 1));
  }

  static Feedback linkedFolder(String name) {
    return Feedback.of(
            "'%s' is a symbolic link to a folder, and links are not followed.".formatted(name),
            "Put a copy of the folder in the place of the link, or delete the link.")
        .at(new Location(name, 1));
  }

  static Feedback notARegularFile(String name) {
    return Feedback.of(
            "'%s' is called like a Java file but is none: it is a pipe, a device or a socket."
                .formatted(name),
            "Delete it, or write a file in its place.")
        .at(new Location(name, 1));
  }

  static Feedback badFileName(String name, String fileName) {
    return Feedback.of(
            "'%s' cannot be the name of a Java file: a Java file is named after its public class."
                .formatted(fileName),
            "Rename the file to the name of its public class and '.java', without spaces or signs;"
                + " delete it if it is a copy.")
        .at(new Location(name, 1));
  }

  static Feedback tooManyFiles(int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "The submission has more than %d Java files.", limit),
        "Leave out what is not yours, such as libraries and other projects: the lab needs about"
            + " ten files.");
  }

  static Feedback tooManyEntries(String folder, int limit) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "'%s' has more than %d files and folders, too many for a submission.",
            folder,
            limit),
        "Name the folder of the submission alone, not one that has other things in it too.");
  }

  static Feedback folderTooDeep(String name, int limit) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "'%s' is too far down: a submission has at most %d folders inside each other.",
                name,
                limit),
            "Look for a folder that was copied or unpacked into itself, and delete it.")
        .at(new Location(name, 1));
  }

  static Feedback pathTooLong(String name, int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "The path of a file is longer than %d characters.", limit),
        "Give its folders shorter names.",
        Fact.fact("path starts with", name.substring(0, Math.min(name.length(), 100))));
  }
}
