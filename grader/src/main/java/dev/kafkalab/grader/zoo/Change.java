package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.util.Set;

/** A change that turns the reference into another submission. */
public sealed interface Change permits Edit, Sources {

  /**
   * Makes the change in a copy of the reference.
   *
   * @throws StaleChange if it no longer fits
   */
  void apply(Copy submission) throws IOException;

  /** Returns the scopes that it can affect. */
  Set<SeenBy> scopes() throws IOException;
}
