package dev.kafkalab.grader.doctor;

import dev.kafkalab.grader.broker.ContainerBroker;
import java.util.List;
import java.util.function.Supplier;

/** Knows what to look at, the quickest things first. */
public final class Doctor {

  private Doctor() {}

  /** Returns the looks; each takes a few seconds at most, but for Docker's, which takes twenty. */
  public static List<Supplier<Finding>> looks() {
    return List.of(
        Machine::java,
        Maven::look,
        Machine::processors,
        Machine::memory,
        Machine::temporaryFolder,
        Machine::fileNames,
        Machine::clock,
        KafkaPort::look,
        KafkaPort::webPage,
        Doctor::docker);
  }

  private static Finding docker() {
    return ContainerBroker.isPossible()
        ? Finding.fine("Docker", "responds: gradings use a Kafka in a container")
        : Finding.limited(
            "Docker",
            "does not respond: gradings use a Kafka in the grader's own process, with the same"
                + " verdicts",
            "'docker compose up -d' does not work here: use './lab console' for your programs.");
  }
}
