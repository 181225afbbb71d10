package dev.kafkalab.lab;

import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;

/** Reads events as a member of a group and commits the offsets of what was handled. */
final class KafkaUserEventConsumer implements UserEventConsumer {

  private final LabSettings settings;
  private final UserEventHandler handler;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  /**
   * Reads events until {@link #stop()} is called, then commits, leaves the group and returns.
   *
   * <p>Each event goes to the handler's method for its type. Its offset is committed only after
   * that method has returned or thrown. A malformed record is named on stderr and skipped, and so
   * is an event whose handler throws. Neither stops the events after it.
   *
   * <p>Called after {@code stop()}, it returns at once.
   */
  @Override
  public void run() {
    // TODO Task 3c: make a KafkaConsumer: the group of the settings, no automatic commits, and the
    // oldest event first if the group has committed nothing yet.
    // TODO Task 3d: subscribe to the topic and poll in a loop until stop() is called.
    // TODO Task 3e: call onLogin, onPurchase, onLogout or onOther for each event.
    // TODO Task 3f: commit what was handled, and nothing past it.
    // TODO Task 3g: skip malformed records and keep running after a handler throws.
    // TODO Task 3h: on stop() finish the current record, commit, and close the KafkaConsumer.
    // TODO Task 4a: commit what was handled before a partition moves to another member.
    // TODO Task 6b (a challenge): send each malformed record to the dead-letter topic, and commit
    // past it only after the broker has confirmed that.
    // TODO Task 6d (a challenge): commit once per batch, but still nothing past what was handled.
    throw new NotAttempted(3, "run the consumer");
  }

  /** Makes {@link #run()} end soon; any thread may call it, at any time and more than once. */
  @Override
  public void stop() {
    // TODO Task 3i: set a flag that the consumer must stop, and wake it if it waits in poll().
    throw new NotAttempted(3, "stop the consumer");
  }

  /**
   * Returns how many events of each type the handler has returned from, and how many records were
   * malformed (a challenge); any thread may call it, at any time.
   */
  @Override
  public ConsumerMetrics metrics() {
    // TODO Task 6c: count in run(), so that another thread can read the counts, and return them.
    throw new NotAttempted(6, "count what was handled and skipped");
  }
}
