package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.compiler.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** What became of a submission's sources. */
public sealed interface PreparedSubmission {

  /**
   * Says that the sources compile and have the class that makes the parts of the lab.
   *
   * @param classes a folder that has the submission's class files and its resources, and nothing
   *     else
   * @param sources what they were compiled from, in the order of their names
   */
  record Ready(Path classes, List<SourceFile> sources) implements PreparedSubmission {

    /** Copies the list, so that a preparation never changes. */
    public Ready {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Says that nothing of this submission can be run, and why.
   *
   * @param problems at least one, in the order of files and lines
   */
  record Refused(List<Feedback> problems) implements PreparedSubmission {

    /** Copies the list and insists that there is a reason. */
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a submission is refused for a reason");
      }
    }
  }
}
