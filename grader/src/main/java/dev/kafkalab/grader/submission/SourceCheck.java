package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for what keeps sources from the compiler, without copying or compiling any of them. */
public final class SourceCheck {

  private SourceCheck() {}

  /**
   * Returns what the student has to fix before the sources can be compiled: the same as {@link
   * SubmissionCompiler} would say.
   *
   * @param folder an existing folder
   * @throws IOException if the disk fails
   */
  public static List<Feedback> problems(Path folder) throws IOException {
    Submission submission = Submission.in(folder);
    SourceSearch search = SourceSearch.through(submission);
    List<Feedback> problems = new ArrayList<>(search.problems());
    long bytes = 0;
    for (Path file : search.files()) {
      String name = submission.shown(file);
      try {
        byte[] content = SourceCopy.read(file);
        bytes += content.length;
        SourceCopy.problemOf(name, content).ifPresent(problems::add);
      } catch (AccessDeniedException | NoSuchFileException e) {
        problems.add(FolderFeedback.unreadable(name));
      }
      if (bytes > SourceLimits.TOTAL_BYTES) {
        problems.add(SourceFeedback.sourcesTooLarge(SourceLimits.TOTAL_BYTES));
        break;
      }
    }
    return problems.isEmpty() ? List.of() : ShownProblems.refuse(problems).problems();
  }
}
