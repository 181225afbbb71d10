package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the student's lines that use a consumer; null if none is known.
 *
 * @param notes what was noted beside their code
 */
public record Lines(ClientNotes notes) {

  public @Nullable Location poll() {
    return notes.firstPoll().map(ClientCall::at).orElse(null);
  }

  public @Nullable Location assign() {
    return of(Api.ASSIGN);
  }

  /** Returns the line that says what to read. */
  public @Nullable Location subscription() {
    Location subscribe = of(Api.SUBSCRIBE);
    return subscribe == null ? assign() : subscribe;
  }

  /** Returns the line that moves to an offset. */
  public @Nullable Location seek() {
    Location beginning = of(Api.SEEK_TO_BEGINNING);
    return beginning == null ? of(Api.SEEK) : beginning;
  }

  /** Returns the line that closes the consumer, or else the one that polls. */
  public @Nullable Location closeOrPoll() {
    return closes().findFirst().map(ClientCall::at).orElseGet(this::poll);
  }

  /** Returns whether close() of the consumer was called. */
  public boolean hasClose() {
    return closes().findAny().isPresent();
  }

  private Stream<ClientCall> closes() {
    return notes.calls().stream()
        .filter(call -> call.api() == Api.CLOSE && call.kind() == ClientKind.CONSUMER);
  }

  /** Returns the line that creates the consumer; if there are several, that of this group. */
  public @Nullable Location making(String group) {
    return inGroup(group)
        .or(() -> notes.consumers().stream().findFirst())
        .map(ClientMade::at)
        .orElse(null);
  }

  /** Returns the effective value of a setting of the consumer in this group. */
  public Optional<String> setting(String group, String name) {
    return inGroup(group).flatMap(made -> made.setting(name));
  }

  private Optional<ClientMade> inGroup(String group) {
    return notes.readingConsumers().stream()
        .filter(made -> made.setting("group.id").filter(group::equals).isPresent())
        .findFirst();
  }

  private @Nullable Location of(Api api) {
    return notes.first(api).map(ClientCall::at).orElse(null);
  }
}
