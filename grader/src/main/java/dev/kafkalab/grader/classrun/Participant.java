package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.handin.Handin;
import org.jspecify.annotations.Nullable;

/**
 * Who is to get a result: a student, or a group with one submission.
 *
 * @param id a name that is unique in the class, and can be a file's
 * @param name what to call them
 * @param group the roster's group; empty if it says none
 * @param handin what they handed in; null if nothing
 */
public record Participant(String id, String name, String group, @Nullable Handin handin) {

  /** Returns whether the download marks it as late. */
  public boolean isLate() {
    return handin != null && handin.arrival().isLate();
  }
}
