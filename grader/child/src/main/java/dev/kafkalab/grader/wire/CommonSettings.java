package dev.kafkalab.grader.wire;

import java.util.List;

/** Settings that are noted of every client, whatever its kind. */
public final class CommonSettings {

  /** They show whether the lab's properties have arrived, and say nothing else of the code. */
  public static final List<String> NAMES =
      List.of(
          "request.timeout.ms",
          "metadata.max.age.ms",
          "connections.max.idle.ms",
          "reconnect.backoff.max.ms",
          "retry.backoff.max.ms",
          "socket.connection.setup.timeout.ms",
          "socket.connection.setup.timeout.max.ms");

  /** Not a setting: under this name are those that no client of Kafka has, with commas. */
  public static final String UNKNOWN = "unknown";

  private CommonSettings() {}
}
