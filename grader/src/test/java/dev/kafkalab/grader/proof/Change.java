package dev.kafkalab.grader.proof;

import java.io.IOException;
import java.nio.file.Path;

/** A change of the reference that makes another submission of it. */
sealed interface Change permits Edit, Sources {

  /**
   * Makes the change in a copy of the reference.
   *
   * @throws IllegalStateException where it no longer fits
   */
  void apply(Path submission) throws IOException;

  /** Says who can see it. */
  Scope scope();
}
