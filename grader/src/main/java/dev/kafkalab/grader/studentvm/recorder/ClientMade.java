package dev.kafkalab.grader.studentvm.recorder;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One client of Kafka that the student's code made.
 *
 * @param sequence its place among all that its JVM told, {@code HandlerCall.sequence()} among them
 * @param receivedNanos when the grader read of it, by {@link System#nanoTime()}
 * @param kind consumer or producer
 * @param client tells the clients of one JVM apart
 * @param at the student's line; null where none is known
 * @param settings the effective values of those that matter to the lab, by their names; one whose
 *     value is null is left out
 */
public record ClientMade(
    long sequence,
    long receivedNanos,
    ClientKind kind,
    int client,
    @Nullable Location at,
    Map<String, String> settings) {

  /** Copies the settings, so that a note never changes. */
  public ClientMade {
    settings = Map.copyOf(settings);
  }

  /** Returns a setting's effective value, such as {@code enable.auto.commit}'s. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }
}
