package dev.kafkalab.grader.doctor;

import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.isolation.Enclosed;
import dev.kafkalab.grader.isolation.Isolation;
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
        Doctor::sandbox,
        Doctor::docker);
  }

  private static Finding sandbox() {
    return Enclosed.whyNot(Isolation.SANDBOX)
        .map(
            why ->
                Finding.limited(
                    "Sandbox",
                    "does not work: the code of a submission runs with your rights",
                    why + " For your own code that does no harm."))
        .orElseGet(() -> Finding.fine("Sandbox", "works: gradings run a submission's code in it"));
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
