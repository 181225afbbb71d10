package dev.kafkalab.grader.feedback;

import dev.kafkalab.grader.feedback.Exhibit.Story;
import java.util.List;
import java.util.Map;

/**
 * How a student's code used Kafka while a criterion was judged; two solutions are compared by this.
 *
 * @param clients the clients that it created; identical ones are merged
 * @param calls the methods that it called on them
 * @param handled how many events its handler returned from
 * @param commits how many commits reached the broker
 * @param stories what happened, for each topic of the criterion and each partition in turn
 */
public record KafkaUsage(
    List<Client> clients, List<Call> calls, int handled, int commits, List<Story> stories) {

  /** Nothing was observed. */
  public static final KafkaUsage NONE = new KafkaUsage(List.of(), List.of(), 0, 0, List.of());

  /** Copies the lists, so that it never changes. */
  public KafkaUsage {
    clients = List.copyOf(clients);
    calls = List.copyOf(calls);
    stories = List.copyOf(stories);
  }

  /**
   * A client of Kafka.
   *
   * @param kind {@code consumer} or {@code producer}
   * @param settings the effective values of the settings that matter to the lab, without names that
   *     the grader chose
   */
  public record Client(String kind, Map<String, String> settings) {

    /** Copies the settings, so that a client never changes. */
    public Client {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * A method of Kafka's clients that was called.
   *
   * @param kind of which client: {@code consumer} or {@code producer}
   * @param method such as {@code commitSync}
   * @param lines from where, each once, in the order of files and lines
   */
  public record Call(String kind, String method, List<Location> lines) {

    /** Copies the lines, so that a call never changes. */
    public Call {
      lines = List.copyOf(lines);
    }
  }
}
