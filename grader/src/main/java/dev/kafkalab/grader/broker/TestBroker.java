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

  /**
   * Stops it; on return its ports are free. What it stored belongs to whoever gave it the folder.
   */
  @Override
  void close();
}
