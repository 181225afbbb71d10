package dev.kafkalab.grader.proof;

import java.util.stream.Stream;

/**
 * Whether proofs are to be brief: each is made, with fewer variants, for whoever cannot wait.
 * {@code -Dproof.brief=true}
 */
public final class Brief {

  /** Whether that is asked for. */
  public static final boolean IS_WANTED = Boolean.getBoolean("proof.brief");

  private Brief() {}

  /** Returns all variants, or only the first where proofs are to be brief. */
  public static Stream<String> some(String... variants) {
    return Stream.of(variants).limit(IS_WANTED ? 1 : variants.length);
  }
}
