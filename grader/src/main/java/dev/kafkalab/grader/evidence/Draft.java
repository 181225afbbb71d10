package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish.
 *
 * @param key its key, as text
 * @param value its bytes; null for a record without a value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Draft(String key, byte @Nullable [] value) {

  /** Makes the draft of an event in the lab's JSON. */
  public static Draft of(UserEvent event) {
    return new Draft(event.userId(), LabJson.write(event));
  }
}
