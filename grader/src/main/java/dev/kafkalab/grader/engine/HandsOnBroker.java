package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.TestBroker;
import dev.kafkalab.grader.resources.WorkFolder;
import java.io.IOException;

/** A Kafka for running the lab's programs by hand, where there is no Docker. */
public final class HandsOnBroker implements AutoCloseable {

  private final WorkFolder folder;
  private final TestBroker broker;

  private HandsOnBroker(WorkFolder folder, TestBroker broker) {
    this.folder = folder;
    this.broker = broker;
  }

  /**
   * Starts it on this machine's own address; on return it takes requests. Topics are left to who
   * uses it.
   *
   * @throws IOException where it cannot be started, for example because the port is taken
   */
  public static HandsOnBroker start(int port) throws IOException {
    OneLocale.use();
    WorkFolder folder = new WorkFolder();
    try {
      return new HandsOnBroker(
          folder, EmbeddedBroker.startAt(port, folder.path().resolve("broker")));
    } catch (BrokerStartFailed e) {
      folder.delete();
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Returns Kafka's version. */
  public String version() {
    return broker.version();
  }

  /** Ends it, with all that was stored in it. */
  @Override
  public void close() {
    broker.close();
    folder.delete();
  }
}
