package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kafkalab.grader.studentvm.ClientCall.Api;
import dev.kafkalab.grader.studentvm.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.ClientCall.Detail;
import dev.kafkalab.grader.studentvm.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.ClientCall.Send;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps what the recorder in a student's JVM tells, up to a bound. */
final class ClientLog {

  /** As many as the recorder itself tells. */
  static final int MOST = 4_000;

  private final List<ClientMade> made = new ArrayList<>();
  private final List<ClientCall> calls = new ArrayList<>();

  synchronized ClientNotes notes() {
    return new ClientNotes(made, calls);
  }

  /** Takes a note; throws where it is none that the recorder writes. */
  synchronized void take(JsonNode message, long sequence, long nanos) {
    if (made.size() + calls.size() == MOST) {
      return;
    }
    if (message.path("call").asText().equals("made")) {
      made.add(made(message, sequence, nanos));
    } else {
      calls.add(call(message, sequence, nanos));
    }
  }

  private static ClientMade made(JsonNode message, long sequence, long nanos) {
    Map<String, String> settings = new LinkedHashMap<>();
    message
        .path("settings")
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
    return new ClientMade(
        sequence,
        nanos,
        kind(message),
        message.path("client").asInt(),
        Messages.location(message.path("frames")),
        settings);
  }

  private static ClientCall call(JsonNode message, long sequence, long nanos) {
    Api api = Api.of(message.path("call").asText());
    return new ClientCall(
        sequence,
        nanos,
        kind(message),
        message.path("client").asInt(),
        api,
        Messages.location(message.path("frames")),
        detail(api, message));
  }

  private static ClientKind kind(JsonNode message) {
    return message.path("of").asText().equals("consumer")
        ? ClientKind.CONSUMER
        : ClientKind.PRODUCER;
  }

  private static Detail detail(Api api, JsonNode message) {
    return switch (api) {
      case COMMIT_SYNC, COMMIT_ASYNC ->
          new Commit(
              message.path("offsets").isMissingNode(),
              each(message.path("offsets")).map(ClientLog::offset).toList());
      case POLL -> new Poll(each(message.path("batches")).map(ClientLog::batch).toList());
      case SEND ->
          new Send(
              message.path("topic").asText(),
              partition(message.path("partition")),
              message.path("hasKey").asBoolean());
      default -> new Nothing();
    };
  }

  private static @Nullable Integer partition(JsonNode node) {
    return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
  }

  private static Offset offset(JsonNode node) {
    return new Offset(
        node.path("topic").asText(), node.path("partition").asInt(), node.path("offset").asLong());
  }

  private static Batch batch(JsonNode node) {
    return new Batch(
        node.path("topic").asText(),
        node.path("partition").asInt(),
        node.path("first").asLong(),
        node.path("last").asLong(),
        node.path("count").asInt());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
