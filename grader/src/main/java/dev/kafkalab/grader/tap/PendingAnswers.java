package dev.kafkalab.grader.tap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, per connection, the requests whose answers may name a broker's address.
 *
 * <p>Answers come in the order of the requests, so those before the one that is answered will never
 * be. Others are not remembered: a Produce with acks=0 has no answer at all.
 */
final class PendingAnswers {

  /** More than any client has in flight on a connection: it reads no answers, so it is cut off. */
  static final int MOST = 10_000;

  private final Deque<RequestHeader> headers = new ArrayDeque<>();

  synchronized void expect(RequestHeader header) {
    if (headers.size() >= MOST) {
      throw new IllegalStateException("more than " + MOST + " requests without an answer");
    }
    headers.add(header);
  }

  /** Returns the request that has this answer; null where its answer names no address. */
  synchronized @Nullable RequestHeader answered(int correlationId) {
    if (headers.stream().noneMatch(header -> header.correlationId() == correlationId)) {
      return null;
    }
    RequestHeader header = headers.remove();
    while (header.correlationId() != correlationId) {
      header = headers.remove();
    }
    return header;
  }
}
