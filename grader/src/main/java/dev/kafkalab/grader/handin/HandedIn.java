package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.handin.roster.Person;
import java.util.List;

/**
 * What a class handed in.
 *
 * @param handins in the order of their labels
 * @param missing who is on the roster and handed nothing in, in its order
 * @param aside names of files and folders at the top that are nobody's
 */
public record HandedIn(
    Shape shape, List<Handin> handins, List<Person> missing, List<String> aside) {

  /** Copies the lists, so that it never changes. */
  public HandedIn {
    handins = List.copyOf(handins);
    missing = List.copyOf(missing);
    aside = List.copyOf(aside);
  }

  /** Returns how many cannot be graded. */
  public long refused() {
    return handins.stream().filter(handin -> !handin.isGradable()).count();
  }

  /** Returns of how many nobody knows for certain whose they are. */
  public long asked() {
    return handins.stream().filter(handin -> handin.owner().isAsked()).count();
  }
}
