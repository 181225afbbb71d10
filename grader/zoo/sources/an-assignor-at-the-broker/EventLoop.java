package dev.kafkalab.lab;

import dev.kafkalab.lab.Reading.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Polls, handles the records, and commits: once per batch.
 *
 * <p>A batch's dead letters are sent before any of its events is handled. So the loop waits only
 * once for all of them; and if one is not delivered, no later event has been handled yet, so that
 * reading its partition again from there repeats nothing.
 */
final class EventLoop {

  private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> consumer;
  private final EventDispatcher dispatcher;
  private final DeadLetters deadLetters;
  private final BooleanSupplier stopped;
  private final HandledOffsets handled;
  private final DelayedRetries retries;

  EventLoop(
      Consumer<byte[], byte[]> consumer,
      EventDispatcher dispatcher,
      DeadLetters deadLetters,
      BooleanSupplier stopped) {
    this.consumer = consumer;
    this.dispatcher = dispatcher;
    this.deadLetters = deadLetters;
    this.stopped = stopped;
    this.handled = new HandledOffsets(consumer);
    this.retries = new DelayedRetries(consumer);
  }

  /** Reads the topic as a member of the group until told to stop. */
  void run(String topic) {
    consumer.subscribe(new org.apache.kafka.clients.consumer.SubscriptionPattern(topic.replace(".", "[.]")), handled);
    while (!stopped.getAsBoolean()) {
      retries.resumeWhenDue();
      handle(poll());
      handled.commit();
    }
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL_TIMEOUT);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> batch) {
    if (stopped.getAsBoolean()) {
      return; // dead letters for records that are not passed now would only come twice
    }
    List<List<Reading>> partitions =
        batch.partitions().stream()
            .map(partition -> batch.records(partition).stream().map(Reading::of).toList())
            .toList();
    List<Malformed> malformed =
        partitions.stream()
            .flatMap(List::stream)
            .filter(Malformed.class::isInstance)
            .map(Malformed.class::cast)
            .toList();
    Set<Malformed> undelivered = deadLetters.deliver(malformed);
    partitions.forEach(partition -> handle(partition, undelivered));
  }

  /** Handles a partition's records up to one that has to wait, or at which stop() was called. */
  private void handle(List<Reading> partition, Set<Malformed> undelivered) {
    for (Reading reading : partition) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if (reading instanceof Malformed malformed && undelivered.contains(malformed)) {
        retries.add(malformed.record());
        return;
      }
      dispatcher.handle(reading);
      handled.add(reading.record());
    }
  }
}
