package dev.kafkalab.grader.criteria.poison;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The keys that malformed records may have. */
enum OddKey {
  /** The handout's own poison pill has none. */
  NONE(null),
  /** Such as a number of another program: these bytes are not UTF-8. */
  NO_TEXT("\u0000\u00C3(\u00FF"),
  EMPTY(""),
  TEXT("user_1");

  /** Each character is a byte. */
  private final @Nullable String latin1;

  OddKey(@Nullable String latin1) {
    this.latin1 = latin1;
  }

  byte @Nullable [] bytes() {
    return latin1 == null ? null : latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
