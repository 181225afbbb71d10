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


/** An event whose handler fails is parked and tried again a second later, three times; the commit waits for it. */
final class KafkaUserEventConsumer implements UserEventConsumer {
  private static final int TRIES = 3;

  private record Parked(long offset, UserEvent event, int tries, long due) {}

  private static final class Progress {
    long next;
    long committed = -1;
    final TreeMap<Long, Parked> parked = new TreeMap<>();

    long safe() {
      return parked.isEmpty() ? next : parked.firstKey();
    }
  }

  private final LabSettings settings;
  private final UserEventHandler handler;
  private final Map<TopicPartition, Progress> all = new HashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (Consumer<String, String> c =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of("group.id", settings.groupId(), "enable.auto.commit", false, "auto.offset.reset", "earliest",
                    "partition.assignment.strategy", RoundRobinAssignor.class.getName())),
            new StringDeserializer(),
            new StringDeserializer())) {
      c.subscribe(
          List.of(settings.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> p) {}

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> p) {
              retry(Long.MAX_VALUE, true);
              commit(c);
              all.keySet().removeAll(p);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> p) {
              all.keySet().removeAll(p);
            }
          });
      while (!stopped.get()) {
        ConsumerRecords<String, String> batch = c.poll(Duration.ofMillis(100));
        for (ConsumerRecord<String, String> r : batch) {
          if (stopped.get()) {
            break;
          }
          Progress p = all.computeIfAbsent(new TopicPartition(r.topic(), r.partition()), tp -> new Progress());
          try {
            UserEvent e = UserEventJson.read(r.value());
            if (!handled(e)) {
              p.parked.put(r.offset(), new Parked(r.offset(), e, 1, System.nanoTime() + 1_000_000_000L));
            }
          } catch (MalformedEventException e) {
            System.err.println("malformed, passed over: " + r.partition() + "@" + r.offset());
          }
          p.next = r.offset() + 1;
        }
        retry(System.nanoTime(), false);
        commit(c);
      }
      retry(Long.MAX_VALUE, true);
      commit(c);
    }
  }

  private boolean handled(UserEvent e) {
    try {
      dispatch(handler, e);
      return true;
    } catch (RuntimeException x) {
      System.err.println("handler failed: " + x);
      return false;
    }
  }

  private void retry(long now, boolean lastTime) {
    for (Progress p : all.values()) {
      for (Parked each : List.copyOf(p.parked.values())) {
        if (!lastTime && each.due - now > 0) {
          continue;
        }
        if (handled(each.event) || lastTime || each.tries + 1 >= TRIES) {
          p.parked.remove(each.offset);
        } else {
          p.parked.put(each.offset, new Parked(each.offset, each.event, each.tries + 1, System.nanoTime() + 1_000_000_000L));
        }
      }
    }
  }

  private void commit(Consumer<?, ?> c) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    all.forEach(
        (tp, p) -> {
          if (p.safe() > p.committed) {
            offsets.put(tp, new OffsetAndMetadata(p.safe()));
          }
        });
    if (!offsets.isEmpty()) {
      try {
        c.commitSync(offsets);
        offsets.forEach((tp, o) -> all.get(tp).committed = o.offset());
      } catch (RebalanceInProgressException e) {
        // next time
      } catch (CommitFailedException e) {
        all.clear();
      }
    }
  }

  @Override
  public void stop() {
    stopped.set(true);
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
