package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.util.Set;

/** A change of the reference that makes another submission of it. */
public sealed interface Change permits Edit, Sources {

  /**
   * Makes the change in a copy of the reference.
   *
   * @throws StaleChange where it no longer fits
   */
  void apply(Copy submission) throws IOException;

  /** Says who can see it. */
  Set<Scope> scopes() throws IOException;
}
