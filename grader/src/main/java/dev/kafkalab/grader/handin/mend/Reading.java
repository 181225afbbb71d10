package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;
import java.nio.file.Path;
import java.util.List;

/** What became of one student's files when they were read. */
public sealed interface Reading {

  /** Returns what was done to read them. */
  List<Remark> remarks();

  /**
   * Says where the submission is, as the lab demands it.
   *
   * @param folder what to grade
   * @param place the path of it among the student's files; empty if it is at the top
   * @param isCopy whether it is a copy below the working folder; else it is the student's own
   */
  record Gradable(Path folder, String place, boolean isCopy, List<Remark> remarks)
      implements Reading {

    /** Copies the list, so that a reading never changes. */
    public Gradable {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Says that there is nothing to grade.
   *
   * @param problems at least one
   */
  record Refused(List<Feedback> problems, List<Remark> remarks) implements Reading {

    /** Copies the lists, and insists that there is a reason. */
    public Refused {
      problems = List.copyOf(problems);
      remarks = List.copyOf(remarks);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a submission is refused for a reason");
      }
    }
  }
}
