package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A queue, and a thread that sends each event in a transaction of its own. */
final class KafkaUserEventProducer implements UserEventProducer {
  private record Job(UserEvent event) {}

  private static final Job END = new Job(null);
  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final LabSettings settings;
  private final DeliveryListener listener;
  private final Thread thread = new Thread(this::work, "sender");
  private boolean closed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.settings = settings;
    this.listener = listener;
    thread.start();
  }

  @Override
  public synchronized boolean send(UserEvent event) {
    return !closed && queue.add(new Job(event));
  }

  private KafkaProducer<String, byte[]> connect() {
    KafkaProducer<String, byte[]> p =
        new KafkaProducer<>(
            ClientProperties.of(
                settings, Map.of("acks", "all", "transactional.id", "lab-" + UUID.randomUUID())),
            new StringSerializer(),
            new ByteArraySerializer());
    p.initTransactions();
    return p;
  }

  private void work() {
    KafkaProducer<String, byte[]> p = null;
    try {
      for (Job job = queue.take(); job != END; job = queue.take()) {
        try {
          if (p == null) {
            p = connect();
          }
          p.beginTransaction();
          RecordMetadata m =
              p.send(new ProducerRecord<>(settings.topic(), job.event.userId(), UserEventJson.write(job.event)))
                  .get();
          p.commitTransaction();
          listener.delivered(job.event, m.partition(), m.offset());
        } catch (ExecutionException | KafkaException | IllegalArgumentException e) {
          Exception cause = e instanceof ExecutionException && e.getCause() instanceof Exception c ? c : e;
          listener.failed(job.event, cause);
          p = recover(p);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (p != null) {
        p.close();
      }
    }
  }

  private static KafkaProducer<String, byte[]> recover(KafkaProducer<String, byte[]> p) {
    if (p == null) {
      return null;
    }
    try {
      p.abortTransaction();
      return p;
    } catch (KafkaException e) {
      p.close();
      return null; // the next event reconnects
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        queue.add(END);
      }
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
