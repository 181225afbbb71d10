package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.tap.fence.Fence;
import dev.kafkalab.grader.tap.note.WireNote;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;

/** Reads the requests of a tap's clients into its notebook. */
public final class RequestNotes {

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

  private final TopicNames names;
  private final @Nullable Fence fence;
  private final RecordRequests clients;
  private final GroupRequests groups;

  /**
   * Makes a reader.
   *
   * @param fence what it keeps clients from; null for nothing
   */
  RequestNotes(Notebook notebook, TopicNames names, @Nullable Fence fence) {
    this.names = names;
    this.fence = fence;
    this.clients = new RecordRequests(notebook, names);
    this.groups = new GroupRequests(notebook, names);
  }

  /**
   * Notes what a request says. Without a fence, what is not understood (not Kafka, a version that
   * this client library does not know, a SASL token) is left alone.
   *
   * @return what becomes of it; null where it is left alone
   * @throws IllegalStateException where there is a fence, and the request is not understood
   */
  // One request at a time: the notes keep their order, and the memory for decoding is bounded.
  synchronized @Nullable Read read(byte[] payload) {
    long now = System.nanoTime();
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    RequestHeader header;
    try {
      header = RequestHeader.parse(buffer);
    } catch (RuntimeException e) {
      if (fence != null) {
        throw new IllegalStateException("a request that is not Kafka's", e);
      }
      return null;
    }
    AbstractRequest request = decoded(header, buffer);
    Errors refusal = request == null ? null : refusal(request);
    if (request != null && (refusal == null || asksForTopics(request))) {
      note(new Origin(now, brief(header.clientId())), request);
    }
    boolean concerned = AddressRewriter.concerns(header.apiKey());
    return new Read(
        header, request, refusal, concerned && isAnswered(header, request) && refusal == null);
  }

  private @Nullable Errors refusal(AbstractRequest request) {
    return fence == null ? null : fence.refusal(request, names::known);
  }

  /** A name that it was not given says what is wrong, also where it is refused. */
  private static boolean asksForTopics(AbstractRequest request) {
    return request.apiKey() == ApiKeys.METADATA || request.apiKey() == ApiKeys.CREATE_TOPICS;
  }

  private void note(Origin origin, AbstractRequest request) {
    if (NOTED.contains(request.apiKey()) && !clients.note(origin, request)) {
      groups.note(origin, request);
    }
  }

  private @Nullable AbstractRequest decoded(RequestHeader header, ByteBuffer body) {
    if (fence == null && !NOTED.contains(header.apiKey())) {
      return null;
    }
    try {
      if (body.remaining() > LONGEST_DECODED) {
        throw new IllegalStateException("a request of " + body.remaining() + " bytes");
      }
      return AbstractRequest.parseRequest(
              header.apiKey(), header.apiVersion(), new ByteBufferAccessor(body))
          .request;
    } catch (RuntimeException e) {
      if (fence != null) {
        throw new IllegalStateException("a request that is not understood", e);
      }
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

  /**
   * What becomes of a request.
   *
   * @param request what it says; null where it was not read
   * @param refusal the error that it is answered with; null where it goes on
   * @param isAnswerRead whether its answer may name what clients are not to see
   */
  record Read(
      RequestHeader header,
      @Nullable AbstractRequest request,
      @Nullable Errors refusal,
      boolean isAnswerRead) {}

  /** When a request was read and which client sent it. */
  record Origin(long nanoTime, String clientId) {}
}
