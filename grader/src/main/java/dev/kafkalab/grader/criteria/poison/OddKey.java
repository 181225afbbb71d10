package dev.kafkalab.grader.criteria.poison;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that records may have: a key says nothing about whether a record is an event. */
public final class OddKey {

  private static final byte[] TEXT = "user_1".getBytes(StandardCharsets.UTF_8);

  /** Bytes that are no text in UTF-8, such as a number of another program. */
  private static final byte[] NO_TEXT = {0, (byte) 0xC3, (byte) 0x28, (byte) 0xFF};

  private static final List<byte @Nullable []> ALL =
      Arrays.asList(null, TEXT, NO_TEXT, new byte[0]);

  private OddKey() {}

  /** Returns one after the other, beginning with none at all: the handout's own poison has none. */
  public static byte @Nullable [] inTurn(int number) {
    return ALL.get(number % ALL.size());
  }
}
