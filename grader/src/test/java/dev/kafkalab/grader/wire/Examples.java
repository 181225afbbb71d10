package dev.kafkalab.grader.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A message of each kind. */
final class Examples {

  private static final SourceLine AT = new SourceLine("ConsumerApp.java", 31);
  private static final String PART = "7f0c/consumer";

  private Examples() {}

  static Stream<ToChild> toChild() {
    return Stream.of(
        new ToChild.Open(
            1,
            PART,
            PartType.CONSUMER,
            new CarriedSettings(
                "user-events", "dead", "readers", Map.of("bootstrap.servers", "x:1"), null)),
        new ToChild.CreateTopic(2, "7f0c/topic"),
        new ToChild.Send(3, "7f0c/producer", List.of(event())),
        new ToChild.Close(4, "7f0c/producer"),
        new ToChild.Run(5, PART),
        new ToChild.Stop(6, PART, true),
        new ToChild.ReadMetrics(7, PART),
        new ToChild.FeedActivity(8, "7f0c/activity", List.of(event())),
        new ToChild.Locate(9, 5),
        new ToChild.RunMain(1, "dev.kafkalab.lab.ConsumerApp", List.of("x:1"), "user-events"),
        new ToChild.Proceed(12),
        new ToChild.Throw(12),
        new ToChild.ThrowOwnType(12));
  }

  static Stream<FromChild> fromChild() {
    return Stream.of(
        new FromChild.Ready(),
        new FromChild.ExitCalled(AT),
        new FromChild.ExitCalled(null),
        new FromChild.HandlerCalled(12, PART, "onLogin", event()),
        new FromChild.HandlerCalled(13, PART, "onLogin", null),
        new FromChild.EventDelivered("7f0c/producer", event(), 2, 7_000_000_000L),
        new FromChild.EventNotDelivered("7f0c/producer", event(), "TimeoutException: late"),
        new Reply.Returned(2),
        new Reply.Thrown(5, "java.lang.IllegalStateException", "no", false, AT),
        new Reply.Thrown(5, "java.lang.IllegalStateException", null, true, null),
        new Reply.Accepted(3, List.of(true, false)),
        new Reply.MetricsRead(7, Map.of("login", "3"), 2),
        new Reply.ActivityFed(
            8, List.of("user_1"), Map.of("user_1", "1"), Map.of("user_1", "19.90")),
        new Reply.Located(9, 120, "KafkaConsumer.poll", AT),
        new Reply.Missing(1, "main"),
        new Note.ClientMade(ClientKind.CONSUMER, 99, AT, Map.of("group.id", "readers")),
        new Note.ClientCalled(ClientKind.PRODUCER, 99, AT, "flush"),
        new Note.Committed(99, AT, "commitSync", List.of(new Note.Offset("user-events", 2, 8))),
        new Note.Committed(99, AT, "commitAsync", null),
        new Note.Polled(99, AT, List.of(new Note.Batch("user-events", 2, 0, 7, 8))),
        new Note.RecordSent(99, AT, "user-events", 1, true),
        new Note.RecordSent(99, null, "user-events", null, false));
  }

  private static CarriedEvent event() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("item", Arrays.asList("book", null, 3));
    data.put("gift", null);
    return new CarriedEvent("user_7", "purchase", "2026-01-31T12:00:00.125Z", data);
  }
}
