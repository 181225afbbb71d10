package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What has gathered while the last transaction was committed goes into the next one. */
final class KafkaUserEventProducer implements UserEventProducer {
  private static final int MOST_IN_ONE = 5;
  private static final int LARGEST = 900_000;

  private record Item(UserEvent event, byte[] value) {}

  private final LabSettings settings;
  private final DeliveryListener listener;
  private final List<Item> waiting = new ArrayList<>();
  private final Thread thread;
  private boolean closed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.thread = new Thread(this::loop, "transactions");
    thread.start();
  }

  @Override
  public boolean send(UserEvent event) {
    byte[] value = UserEventJson.write(event);
    if (value.length > LARGEST) {
      return false;
    }
    synchronized (waiting) {
      if (closed) {
        return false;
      }
      waiting.add(new Item(event, value));
      waiting.notifyAll();
      return true;
    }
  }

  private List<Item> next() throws InterruptedException {
    synchronized (waiting) {
      while (waiting.isEmpty() && !closed) {
        waiting.wait();
      }
      List<Item> head = waiting.subList(0, Math.min(MOST_IN_ONE, waiting.size()));
      List<Item> taken = new ArrayList<>(head);
      head.clear();
      return taken;
    }
  }

  private void loop() {
    KafkaProducer<String, byte[]> producer = null;
    try {
      for (List<Item> items = next(); !items.isEmpty(); items = next()) {
        producer = transact(producer, items);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (producer != null) {
        producer.close();
      }
    }
  }

  private KafkaProducer<String, byte[]> transact(KafkaProducer<String, byte[]> old, List<Item> items)
      throws InterruptedException {
    KafkaProducer<String, byte[]> p = old;
    try {
      if (p == null) {
        p =
            new KafkaProducer<>(
                ClientProperties.of(
                    settings, Map.of("acks", "all", "transactional.id", UUID.randomUUID().toString())),
                new StringSerializer(),
                new ByteArraySerializer());
        p.initTransactions();
      }
      p.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Item item : items) {
        sent.add(p.send(new ProducerRecord<>(settings.topic(), item.event.userId(), item.value)));
      }
      p.commitTransaction();
      for (int i = 0; i < items.size(); i++) {
        RecordMetadata m = sent.get(i).get();
        listener.delivered(items.get(i).event, m.partition(), m.offset());
      }
      return p;
    } catch (KafkaException | ExecutionException e) {
      items.forEach(item -> listener.failed(item.event, e));
      if (p != null) {
        try {
          p.abortTransaction();
          return p;
        } catch (KafkaException fatal) {
          p.close();
        }
      }
      return null;
    }
  }

  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
