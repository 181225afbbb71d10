package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.broker.TestBroker;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.evidence.GraderClients;
import dev.kafkalab.grader.evidence.Leftovers;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A broker that is ready for a submission, with what was measured of it.
 *
 * @param broker it holds nothing of an earlier submission
 * @param remark what there is to say about how it came to be this one; empty where nothing
 * @param clients the grader's own connections to it
 * @param round how long the basic round took
 * @param roundTopic the topic of that round
 */
public record MeasuredBroker(
    TestBroker broker, String remark, GraderClients clients, Duration round, String roundTopic) {

  private static final Duration MOST_TO_ANSWER = Duration.ofSeconds(5);

  /**
   * Starts the chosen Kafka and measures it.
   *
   * @param folder where an embedded one stores its data
   * @param runName tells what this grading leaves there
   */
  static MeasuredBroker prepare(BrokerChoice choice, Path folder, String runName) {
    BrokerStart start = BrokerStart.of(choice, folder);
    try {
      return measure(start, runName);
    } catch (RuntimeException e) {
      start.broker().abandon();
      if (!start.broker().isUsed()) {
        throw e;
      }
      return prepare(choice, folder, runName); // one that waited for us may have died meanwhile
    }
  }

  private static MeasuredBroker measure(BrokerStart start, String runName) {
    TestBroker broker = start.broker();
    GraderClients clients = new GraderClients(broker.bootstrapServers());
    try {
      if (broker.isUsed()) {
        Leftovers.all(clients).remove();
      }
      BasicRound round = new BasicRound(clients, runName);
      return new MeasuredBroker(
          broker, start.remark(), clients, round.measure(), round.topicName());
    } catch (RuntimeException e) {
      clients.close();
      throw e;
    }
  }

  Patience patience() {
    return Patience.measuredBy(round);
  }

  /** Returns whether the broker still answers, in any time that it could need to. */
  boolean answers() {
    Duration call = patience().call();
    return clients.brokerAnswers(call.compareTo(MOST_TO_ANSWER) > 0 ? call : MOST_TO_ANSWER);
  }

  /** Ends the use of a broker that does not answer; whoever still waits for it is told so. */
  void abandon() {
    clients.close();
    broker.abandon();
  }

  /** Ends the use of the broker where this JVM is ending; a broker of others is tidied up. */
  void interrupt(String runName) {
    if (!broker.kind().isOurs()) {
      Leftovers.of(clients, runName).remove();
    }
    broker.abandon();
  }

  /** Ends the use of the broker; in one that is not ours nothing of this grading is left. */
  void close(String runName) {
    try {
      if (!broker.kind().isOurs()) {
        Leftovers.of(clients, runName).remove();
      }
    } finally {
      clients.close();
      broker.close();
    }
  }
}
