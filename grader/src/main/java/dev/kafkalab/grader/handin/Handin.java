package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.handin.mend.Reading;
import dev.kafkalab.grader.handin.platform.Arrival;
import dev.kafkalab.grader.handin.platform.Identity;
import dev.kafkalab.grader.handin.roster.Person;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * One submission of a class.
 *
 * @param arrival what came, and what its platform says about it
 * @param owner whose it is
 * @param reading what became of its files
 */
public record Handin(Arrival arrival, Owner owner, Reading reading) {

  /** Returns whether it can be given to the compiler. */
  public boolean isGradable() {
    return reading instanceof Reading.Gradable;
  }

  /**
   * Removes the copy that it was read into, if there is one: a thousand would only fill the disk.
   */
  public void discardCopy() throws IOException {
    if (reading instanceof Reading.Gradable gradable && gradable.isCopy()) {
      FolderDeletion.of(gradable.folder());
    }
  }

  /** Returns what to call those who handed it in: as the roster does, else as the download does. */
  public String who() {
    if (!owner.people().isEmpty()) {
      return owner.people().stream().map(Person::shown).collect(Collectors.joining(", "));
    }
    String named =
        arrival.people().stream()
            .map(Identity::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? arrival.label() : named;
  }
}
