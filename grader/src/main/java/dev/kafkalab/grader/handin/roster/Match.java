package dev.kafkalab.grader.handin.roster;

import java.util.List;

/** Whom a submission belongs to; nobody is ever guessed. */
public sealed interface Match {

  /** Says that exactly one student is meant. */
  record One(Person person) implements Match {}

  /** Says that nobody on the roster is meant. */
  record Nobody() implements Match {}

  /** Asks who of several is meant. */
  record Several(List<Person> people) implements Match {

    /** Copies the list, so that a question never changes. */
    public Several {
      people = List.copyOf(people);
    }
  }
}
