package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish.
 *
 * @param key its key's bytes; null for a record without a key
 * @param value its bytes; null for a record without a value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Draft(byte @Nullable [] key, byte @Nullable [] value) {

  /** Makes the draft of an event in the lab's JSON. */
  public static Draft of(UserEvent event) {
    return keyed(event.userId(), LabJson.write(event));
  }

  /** Makes a draft whose key is text. */
  public static Draft keyed(String key, byte @Nullable [] value) {
    return new Draft(key.getBytes(StandardCharsets.UTF_8), value);
  }
}
