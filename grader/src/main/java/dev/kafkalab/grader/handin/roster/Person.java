package dev.kafkalab.grader.handin.roster;

import java.util.Set;

/**
 * A student of the class; an empty text is what the roster does not say.
 *
 * @param id what the class knows the student by: the first of the roster's columns of ids
 * @param ids every id that the roster has for the student
 * @param due when the student's submission is due, as it is written
 * @param submitted when the student handed in, for downloads that do not say
 */
public record Person(
    String id,
    Set<String> ids,
    String name,
    String email,
    String login,
    String group,
    String due,
    String submitted,
    String note) {

  /** Copies the ids, so that a person never changes. */
  public Person {
    ids = Set.copyOf(ids);
  }

  /** Returns what to call the student: the name, or else what identifies the student. */
  public String shown() {
    if (!name.isEmpty()) {
      return name;
    }
    return email.isEmpty() ? (login.isEmpty() ? id : login) : email;
  }
}
