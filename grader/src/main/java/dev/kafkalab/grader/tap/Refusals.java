package dev.kafkalab.grader.tap;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Answers, on one connection, requests that no broker is to see. Answers come in the order of the
 * requests, so the broker is asked something harmless instead, and its answer is replaced.
 */
final class Refusals {

  private static final short OLDEST = 0;

  private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();

  /**
   * Returns what goes to the broker in the place of a request.
   *
   * @throws IllegalStateException if the request has no answer, or there are far too many
   */
  byte[] instead(RequestHeader header, AbstractRequest request, Errors error) {
    AbstractResponse answer = request.getErrorResponse(error.exception());
    if (answer == null || answers.size() >= PendingAnswers.MOST) {
      throw new IllegalStateException("a request that cannot be answered: " + error);
    }
    ResponseHeader begins = header.toResponseHeader();
    answers.put(
        header.correlationId(),
        RequestUtils.serialize(
                begins.data(), begins.headerVersion(), answer.data(), header.apiVersion())
            .array());
    RequestHeader harmless =
        new RequestHeader(ApiKeys.API_VERSIONS, OLDEST, header.clientId(), header.correlationId());
    return RequestUtils.serialize(
            harmless.data(), harmless.headerVersion(), new ApiVersionsRequestData(), OLDEST)
        .array();
  }

  /** Returns what replaces a broker's answer; null if that is to stay. */
  byte @Nullable [] answer(byte[] payload) {
    return payload.length < Integer.BYTES
        ? null
        : answers.remove(ByteBuffer.wrap(payload).getInt());
  }
}
