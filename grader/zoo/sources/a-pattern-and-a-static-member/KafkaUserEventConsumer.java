package dev.kafkalab.lab;

import dev.kafkalab.api.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.errors.*;
import org.apache.kafka.common.serialization.*;


/** Static member, subscribed by a pattern; values are read to a sealed result. Very chatty. */
final class KafkaUserEventConsumer implements UserEventConsumer {
  sealed interface Parsed {
    record Ok(UserEvent event) implements Parsed {}

    record Bad(byte[] bytes, Exception why) implements Parsed {}
  }

  private final LabSettings settings;
  private final UserEventHandler handler;
  private final Object lock = new Object();
  private boolean stopped;
  private Consumer<String, Parsed> polling;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  private static Parsed parse(String topic, byte[] bytes) {
    try {
      return new Parsed.Ok(UserEventJson.read(bytes));
    } catch (MalformedEventException e) {
      return new Parsed.Bad(bytes, e);
    }
  }

  @Override
  public void run() {
    Map<String, Object> own =
        Map.of(
            "group.id", settings.groupId(),
            "group.instance.id", "m-" + UUID.randomUUID(),
            "partition.assignment.strategy", List.of(StickyAssignor.class, RangeAssignor.class),
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "metadata.max.age.ms", 5000);
    KafkaConsumer<String, Parsed> c =
        new KafkaConsumer<>(ClientProperties.of(settings, own), new StringDeserializer(), KafkaUserEventConsumer::parse);
    try {
      synchronized (lock) {
        if (stopped) {
          return;
        }
        polling = c;
      }
      c.subscribe(java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(settings.topic())));
      while (true) {
        ConsumerRecords<String, Parsed> batch = c.poll(Duration.ofMinutes(1));
        for (TopicPartition tp : batch.partitions()) {
          long done = -1;
          for (ConsumerRecord<String, Parsed> r : batch.records(tp)) {
            synchronized (lock) {
              if (stopped) {
                break;
              }
            }
            take(r);
            done = r.offset() + 1;
          }
          if (done >= 0) {
            commit(c, tp, done);
          }
        }
        synchronized (lock) {
          if (stopped) {
            return;
          }
        }
      }
    } catch (WakeupException e) {
      // stop() while it polled: all is committed
    } finally {
      synchronized (lock) {
        polling = null;
      }
      c.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(Duration.ofSeconds(3)));
    }
  }

  private static void commit(Consumer<?, ?> c, TopicPartition tp, long next) {
    Map<TopicPartition, OffsetAndMetadata> offset = Map.of(tp, new OffsetAndMetadata(next));
    for (int i = 0; i < 3; i++) {
      try {
        c.commitSync(offset);
        return;
      } catch (WakeupException e) {
        // the flag is set: once more without it
      } catch (RetriableException e) {
        // once more
      } catch (CommitFailedException e) {
        e.printStackTrace();
        return;
      }
    }
  }

  private void take(ConsumerRecord<String, Parsed> r) {
    if (r.value() instanceof Parsed.Ok ok) {
      System.out.println("<< " + r.partition() + "@" + r.offset() + " " + ok.event());
      try {
        dispatch(handler, ok.event());
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    } else if (r.value() instanceof Parsed.Bad bad) {
      System.err.print("MALFORMED " + r.topic() + "-" + r.partition() + "@" + r.offset() + ": ");
      System.err.write(bad.bytes(), 0, bad.bytes().length);
      System.err.println();
      bad.why().printStackTrace();
    } else {
      System.err.println("NO VALUE " + r.topic() + "-" + r.partition() + "@" + r.offset());
    }
  }

  @Override
  public void stop() {
    synchronized (lock) {
      if (!stopped) {
        stopped = true;
        if (polling != null) {
          polling.wakeup();
        }
      }
    }
  }

  private static void dispatch(UserEventHandler handler, UserEvent event) {
    switch (event.eventType()) {
      case "login" -> handler.onLogin(event);
      case "purchase" -> handler.onPurchase(event);
      case "logout" -> handler.onLogout(event);
      default -> handler.onOther(event);
    }
  }
}
