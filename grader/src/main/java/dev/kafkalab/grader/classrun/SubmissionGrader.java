package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.grade.GradedSubmission;
import java.nio.file.Path;
import java.util.Set;

/** Grades one submission. */
@FunctionalInterface
interface SubmissionGrader {

  /**
   * Grades it.
   *
   * @param criteria the ids of the criteria to judge; empty for all of the run
   */
  GradedSubmission grade(Path folder, Set<String> criteria);
}
