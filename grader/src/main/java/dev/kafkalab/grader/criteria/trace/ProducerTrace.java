package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the student's code created and called its Kafka producer: lines and settings that explain
 * verdicts found elsewhere. What was not recorded has no line and no settings.
 */
public record ProducerTrace(ClientNotes notes) {

  /** Returns the line that created the producer. */
  public @Nullable Location made() {
    return producer().map(ClientMade::at).orElse(null);
  }

  /** Returns the line of the first send. */
  public @Nullable Location send() {
    return line(call -> call.api() == Api.SEND);
  }

  public @Nullable Location sendWithoutKey() {
    return line(call -> call.detail() instanceof Send send && !send.hasKey());
  }

  /** Returns the line of the first send to this topic. */
  public @Nullable Location sendTo(String topic) {
    return line(call -> call.detail() instanceof Send send && send.topic().equals(topic));
  }

  /** Returns the line of the first send that names a partition, or else the producer's own. */
  public @Nullable Location choosesPartition() {
    Location send = line(call -> partitionOf(call) != null);
    return send == null ? made() : send;
  }

  /** Returns the partition that the first such send names. */
  public Optional<Integer> chosenPartition() {
    return calls(call -> partitionOf(call) != null).findFirst().map(ProducerTrace::partitionOf);
  }

  /** Returns the line that closes the producer, or else the one that flushes it. */
  public @Nullable Location close() {
    Location close = line(call -> call.api() == Api.CLOSE);
    return close == null ? line(call -> call.api() == Api.FLUSH) : close;
  }

  /** Returns whether the producer received at least that many records. */
  public boolean wasGiven(int records) {
    return calls(call -> call.api() == Api.SEND).count() >= records;
  }

  /** Returns how often each method of the producer was called, including those never called. */
  public List<Fact> calls() {
    if (producer().isEmpty()) {
      return List.of();
    }
    String seen =
        Stream.of(Api.SEND, Api.FLUSH, Api.CLOSE).map(this::counted).collect(Collectors.joining());
    return List.of(Fact.fact("calls of KafkaProducer", seen.substring(2)));
  }

  private String counted(Api api) {
    long count = calls(call -> call.api() == api).count();
    return count == 0 ? ", no " + api.method() : ", " + count + " x " + api.method();
  }

  /** Returns effective settings, each as a fact; unknown ones are left out. */
  public List<Fact> settings(String... names) {
    return Stream.of(names)
        .flatMap(name -> setting(name).map(value -> Fact.fact(name, value)).stream())
        .toList();
  }

  /** Returns the effective value, with {@code all} for what Kafka keeps as -1. */
  Optional<String> setting(String name) {
    return producer()
        .flatMap(made -> made.setting(name))
        .map(value -> name.equals("acks") && value.equals("-1") ? "all" : value);
  }

  public boolean isIdempotent() {
    return setting("enable.idempotence").filter("true"::equals).isPresent();
  }

  /** Returns the producer that sent first, or else the first that was created. */
  private Optional<ClientMade> producer() {
    Optional<Integer> sender =
        calls(call -> call.api() == Api.SEND).findFirst().map(ClientCall::client);
    return notes.producers().stream()
        .filter(made -> sender.isEmpty() || made.client() == sender.get())
        .findFirst();
  }

  private static @Nullable Integer partitionOf(ClientCall call) {
    return call.detail() instanceof Send send ? send.partition() : null;
  }

  private @Nullable Location line(Predicate<ClientCall> kind) {
    return calls(kind).findFirst().map(ClientCall::at).orElse(null);
  }

  private Stream<ClientCall> calls(Predicate<ClientCall> kind) {
    return notes.calls().stream().filter(call -> call.kind() == ClientKind.PRODUCER).filter(kind);
  }
}
