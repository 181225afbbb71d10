package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.handin.Handin;
import org.jspecify.annotations.Nullable;

/**
 * A student, or a group with one submission, and what they handed in.
 *
 * @param handin null if nothing
 */
public record Participant(Student student, @Nullable Handin handin) {

  /** Returns the student's id. */
  public String id() {
    return student.id();
  }
}
