package dev.kafkalab.grader.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Tells a user's records from others; most are told by their bytes alone, which is quick. */
final class UserMatch {

  private final String user;
  private final byte[] bytes;

  UserMatch(String user) {
    this.user = user;
    this.bytes = user.getBytes(StandardCharsets.UTF_8);
  }

  boolean test(ConsumerRecord<byte[], byte @Nullable []> read) {
    byte[] key = read.key();
    if (key != null && Arrays.equals(key, bytes)) {
      return true;
    }
    byte[] value = read.value();
    return value != null && mayName(value) && user.equals(EventReading.of(value).user());
  }

  /** JSON can write any character with a backslash. */
  private boolean mayName(byte[] value) {
    for (int at = 0; at < value.length; at++) {
      if (value[at] == '\\' || isAt(value, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(byte[] value, int at) {
    return value[at] == bytes[0]
        && at + bytes.length <= value.length
        && Arrays.equals(value, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
