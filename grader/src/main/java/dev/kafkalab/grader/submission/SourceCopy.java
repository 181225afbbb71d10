package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.compiler.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies Java files to a folder of the grader, each read once: what was checked is what is
 * compiled, even if the original changes meanwhile.
 */
final class SourceCopy {

  private final Submission submission;
  private final Path target;
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<Feedback> problems = new ArrayList<>();
  private long totalBytes;

  private SourceCopy(Submission submission, Path target) {
    this.submission = submission;
    this.target = target;
  }

  /**
   * Copies the files, keeping their folders.
   *
   * @throws IOException if the disk fails; anything that the student can fix is a problem instead
   */
  static SourceCopy of(Submission submission, List<Path> files, Path target) throws IOException {
    SourceCopy copy = new SourceCopy(submission, target);
    for (Path file : files) {
      copy.take(file);
      if (copy.totalBytes > SourceLimits.TOTAL_BYTES) {
        copy.problems.add(SourceFeedback.sourcesTooLarge(SourceLimits.TOTAL_BYTES));
        break;
      }
    }
    return copy;
  }

  List<SourceFile> sources() {
    return List.copyOf(sources);
  }

  List<Feedback> problems() {
    return List.copyOf(problems);
  }

  private void take(Path file) throws IOException {
    String name = submission.shown(file);
    byte[] content;
    try {
      content = read(file);
    } catch (AccessDeniedException | NoSuchFileException e) {
      problems.add(FolderFeedback.unreadable(name));
      return;
    }
    totalBytes += content.length;
    Optional<Feedback> problem = problemOf(name, content);
    if (problem.isPresent()) {
      problems.add(problem.get());
    } else {
      sources.add(new SourceFile(name, write(file, content)));
    }
  }

  /** Reads a file, and of one that is too large only the beginning. */
  static byte[] read(Path file) throws IOException {
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(SourceLimits.FILE_BYTES + 1);
    }
  }

  /** Returns what keeps a file's content from the compiler, if anything does. */
  static Optional<Feedback> problemOf(String name, byte[] content) {
    return content.length > SourceLimits.FILE_BYTES
        ? Optional.of(SourceFeedback.fileTooLarge(name, SourceLimits.FILE_BYTES))
        : NoSource.problem(name, content).or(() -> SourceEncoding.problem(name, content));
  }

  private Path write(Path file, byte[] content) throws IOException {
    Path copy = target.resolve(submission.sourceRoot().relativize(file));
    Files.createDirectories(copy.getParent());
    return Files.write(copy, content, StandardOpenOption.CREATE_NEW);
  }
}
