package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.tap.note.WireNote;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;

/** Reads the requests of a tap's clients into its notebook. */
public final class RequestNotes {

  /** The names that Kafka allows have at most 249 characters. */

  /** A decoded request may take many times its bytes; a client's are 1 MiB unless it is changed. */
  private static final int LONGEST_DECODED = 8 << 20;

  private static final Set<ApiKeys> NOTED =
      EnumSet.of(
          ApiKeys.PRODUCE,
          ApiKeys.FETCH,
          ApiKeys.METADATA,
          ApiKeys.CREATE_TOPICS,
          ApiKeys.INIT_PRODUCER_ID,
          ApiKeys.OFFSET_COMMIT,
          ApiKeys.TXN_OFFSET_COMMIT,
          ApiKeys.END_TXN,
          ApiKeys.JOIN_GROUP,
          ApiKeys.HEARTBEAT,
          ApiKeys.LEAVE_GROUP,
          ApiKeys.CONSUMER_GROUP_HEARTBEAT);

  private final RecordRequests clients;
  private final GroupRequests groups;

  RequestNotes(Notebook notebook, TopicNames names) {
    this.clients = new RecordRequests(notebook, names);
    this.groups = new GroupRequests(notebook, names);
  }

  /**
   * Notes what a request says; what is not understood (not Kafka, a version that this client
   * library does not know, a SASL token) is left alone.
   *
   * @return the header, if the request is one whose answer may name a broker's address
   */
  // One request at a time: the notes keep their order, and the memory for decoding is bounded.
  synchronized @Nullable RequestHeader read(byte[] payload) {
    long now = System.nanoTime();
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    RequestHeader header;
    try {
      header = RequestHeader.parse(buffer);
    } catch (RuntimeException e) {
      return null;
    }
    AbstractRequest request = decoded(header, buffer);
    if (request != null) {
      Origin origin = new Origin(now, brief(header.clientId()));
      if (!clients.note(origin, request)) {
        groups.note(origin, request);
      }
    }
    return AddressRewriter.concerns(header.apiKey()) && isAnswered(header, request) ? header : null;
  }

  private static @Nullable AbstractRequest decoded(RequestHeader header, ByteBuffer body) {
    if (!NOTED.contains(header.apiKey()) || body.remaining() > LONGEST_DECODED) {
      return null;
    }
    try {
      return AbstractRequest.parseRequest(
              header.apiKey(), header.apiVersion(), new ByteBufferAccessor(body))
          .request;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static boolean isAnswered(RequestHeader header, @Nullable AbstractRequest request) {
    if (header.apiKey() != ApiKeys.PRODUCE) {
      return true;
    }
    return request instanceof ProduceRequest produce && produce.acks() != 0;
  }

  /** Cuts a string that hostile code may have made long, so that notes stay small. */
  static String brief(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= WireNote.LONGEST_STRING
        ? text
        : text.substring(0, WireNote.LONGEST_STRING);
  }

  /** When a request was read and which client sent it. */
  record Origin(long nanoTime, String clientId) {}
}
