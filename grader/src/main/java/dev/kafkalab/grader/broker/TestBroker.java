package dev.kafkalab.grader.broker;

/**
 * A running Kafka, whatever it runs in.
 *
 * <p>Verdicts never depend on the kind. Nothing a student writes is given this address: their
 * clients get that of a tap in front of it.
 */
public interface TestBroker extends AutoCloseable {

  /** Returns the address that clients start from, as {@code host:port}. */
  String bootstrapServers();

  /** Returns what it runs in. */
  BrokerKind kind();

  /** Returns Kafka's version, such as {@code 4.4.0}. */
  String version();

  /** Returns whether an earlier grading may have left topics and groups in it. */
  default boolean isUsed() {
    return false;
  }

  /**
   * Has somebody told, on any thread, when it ends although nobody here has ended it; where that
   * cannot be known, nobody is told. {@link #close()} and {@link #abandon()} undo it.
   */
  default void whenEnded(Runnable told) {}

  /**
   * Ends its use. One that is the grader's own is stopped, or kept for the next submission where
   * starting another would take long; on return the ports of one that was stopped are free.
   */
  @Override
  void close();

  /** Ends its use for good, because it does not answer or cannot be tidied up. */
  default void abandon() {
    close();
  }
}
