package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.criteria.trace.UsageSummary;
import dev.kafkalab.grader.studentvm.JvmEnd;
import java.util.Optional;

/** Code of the student's that runs on a stage, and is ended with it. */
public interface StudentProcess extends AutoCloseable {

  /** Sums up what is known of it, to compare it with another solution. */
  UsageSummary.Seen seen();

  /** Returns the group that it is really in; the one that it was given while it is in none. */
  String groupId();

  /** Returns whether members of its group may belong to another criterion. */
  boolean mayShareItsGroup();

  /** Returns how its process ended, where it has. */
  Optional<JvmEnd> end();

  @Override
  void close();
}
