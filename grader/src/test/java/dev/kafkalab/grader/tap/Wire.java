package dev.kafkalab.grader.tap;

import java.nio.ByteBuffer;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;

/** Real requests and responses, as bytes. */
final class Wire {

  static final String CLIENT_ID = "the-client";

  private Wire() {}

  static byte[] request(ApiKeys key, int version, int correlationId, ApiMessage body) {
    RequestHeader header = new RequestHeader(key, (short) version, CLIENT_ID, correlationId);
    return bytes(
        RequestUtils.serialize(header.data(), header.headerVersion(), body, (short) version));
  }

  static byte[] response(ApiKeys key, int version, int correlationId, ApiMessage body) {
    short headerVersion = key.responseHeaderVersion((short) version);
    ResponseHeader header = new ResponseHeader(correlationId, headerVersion);
    return bytes(RequestUtils.serialize(header.data(), headerVersion, body, (short) version));
  }

  static <R extends AbstractResponse> R parsed(
      Class<R> type, ApiKeys key, int version, byte[] payload) {
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    ResponseHeader.parse(buffer, key.responseHeaderVersion((short) version));
    return type.cast(
        AbstractResponse.parseResponse(key, new ByteBufferAccessor(buffer), (short) version));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
