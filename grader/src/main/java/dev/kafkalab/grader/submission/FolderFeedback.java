package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.nio.file.Path;
import java.util.Locale;

/** Messages for what is wrong with a submission's folder, before any file is read. */
final class FolderFeedback {

  private FolderFeedback() {}

  static Feedback missingFolder(Path folder) {
    return Feedback.of(
        "There is no folder '%s'.".formatted(folder),
        "Check the spelling of the path, and the folder that it is relative to.",
        Fact.fact("looked for", folder.toAbsolutePath()));
  }

  static Feedback notAFolder(Path file) {
    return Feedback.of(
        "'%s' is a file, but a submission is a folder.".formatted(file),
        "Unpack the file if it is an archive; otherwise name the folder that contains it.");
  }

  static Feedback noSource(String folder) {
    return Feedback.of(
        "There is no Java source in '%s'.".formatted(folder),
        "Name the folder that contains src/main/java, or one that contains your .java files. Hidden"
            + " folders, target, build, out, node_modules and src/test are ignored.");
  }

  static Feedback unreadable(String name) {
    return Feedback.of(
            "'%s' cannot be read.".formatted(name),
            "Give the user who runs the grader permission to read it.")
        .at(new Location(name, 1));
  }

  static Feedback linkedFile(String name) {
    return Feedback.of(
            "'%s' is a symbolic link, but every Java file must be in the submission itself."
                .formatted(name),
            "Replace the link with a copy of the file.")
        .at(new Location(name, 1));
  }

  static Feedback linkedFolder(String name) {
    return Feedback.of(
            "'%s' is a symbolic link to a folder, and links are not followed.".formatted(name),
            "Replace the link with a copy of the folder, or delete the link.")
        .at(new Location(name, 1));
  }

  static Feedback notARegularFile(String name) {
    return Feedback.of(
            "'%s' has the name of a Java file, but it is a pipe, a device or a socket."
                .formatted(name),
            "Delete it, or replace it with a regular file.")
        .at(new Location(name, 1));
  }

  static Feedback badFileName(String name, String fileName) {
    return Feedback.of(
            "'%s' is not a valid name for a Java file: a Java file is named after its public class."
                .formatted(fileName),
            "Rename the file to the name of its public class plus '.java', without spaces or special"
                + " characters; delete it if it is a copy.")
        .at(new Location(name, 1));
  }

  static Feedback textFile(String name, String fileName) {
    return Feedback.of(
            "'%s' ends with '.txt', so it is not a Java file.".formatted(fileName),
            "Remove '.txt' from its name: your system may hide that ending, so let it show the endings of files.")
        .at(new Location(name, 1));
  }

  static Feedback tooManyFiles(int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "The submission has more than %d Java files.", limit),
        "Leave out what is not yours, such as libraries and other projects: the lab needs about"
            + " ten files.");
  }

  static Feedback tooManyResources(String place, int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "%s has more than %d files.", place, limit),
        "Leave out what your code does not read.");
  }

  static Feedback resourcesTooLarge(String place, int limit) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "The files in %s are too large: 1 MB each and %d MB together are the most.",
            place,
            limit >> 20),
        "Leave out what your code does not read.");
  }

  static Feedback tooManyEntries(String folder, int limit) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "'%s' contains more than %d files and folders, which is too many for a submission.",
            folder,
            limit),
        "Name the folder of the submission itself, not one that contains other things too.");
  }

  static Feedback kotlin(String name) {
    return Feedback.of(
            "'%s' is written in Kotlin, but the lab is graded in Java 17.".formatted(name),
            "Write your solution in Java, in the classes of the template.")
        .at(new Location(name, 1));
  }

  static Feedback folderTooDeep(String name, int limit) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "'%s' is nested too deeply: a submission may have at most %d levels of folders.",
                name,
                limit),
            "Look for a folder that was copied or unpacked into itself, and delete it.")
        .at(new Location(name, 1));
  }

  static Feedback pathTooLong(String name, int limit) {
    return Feedback.of(
        String.format(Locale.ROOT, "The path of a file is longer than %d characters.", limit),
        "Shorten the names of its folders.",
        Fact.fact("path starts with", name.substring(0, Math.min(name.length(), 100))));
  }
}
