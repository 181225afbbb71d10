package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.handin.roster.Person;
import java.util.List;

/**
 * Whose a submission is, by the roster.
 *
 * @param people the students whose it is for certain; several in a group, none where nobody of the
 *     roster is meant
 * @param question what somebody has to decide, in one sentence; empty if nothing
 */
public record Owner(List<Person> people, String question) {

  /** Copies the list, so that an owner never changes. */
  public Owner {
    people = List.copyOf(people);
  }

  /** Returns whether nobody knows for certain whose it is. */
  public boolean isAsked() {
    return !question.isEmpty();
  }

  Owner asking(String other) {
    return new Owner(people, other);
  }
}
