package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.UserEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final RecordMetadata STORED =
      new RecordMetadata(new TopicPartition("user-events", 2), 40, 1, 0, 3, 9);
  private static final UserEvent EVENT =
      new UserEvent("ann", UserEvent.LOGIN, Instant.EPOCH, Map.of());

  private final List<String> heard = new ArrayList<>();
  private final Delivery delivery = new Delivery(EVENT, new Recorder());

  @Test
  void aCallbackOnTheSendingThreadWhileItSendsIsARefusal() {
    delivery.onCompletion(null, new IllegalArgumentException("too large"));
    assertThat(delivery.wasQueued()).isFalse();
    assertThat(heard).isEmpty();
  }

  @Test
  void aCallbackOnAnotherThreadIsADelivery() throws InterruptedException {
    Thread client = new Thread(() -> delivery.onCompletion(STORED, null));
    client.start();
    client.join();
    assertThat(delivery.wasQueued()).isTrue();
    assertThat(heard).containsExactly("delivered 2@41");
  }

  @Test
  void aCallbackOnTheSendingThreadAfterItSentIsADelivery() {
    assertThat(delivery.wasQueued()).isTrue();
    delivery.onCompletion(STORED, null);
    assertThat(heard).containsExactly("delivered 2@41");
  }

  @Test
  void aFailureIsHeardAsAFailureEvenWithMetadata() {
    assertThat(delivery.wasQueued()).isTrue();
    delivery.onCompletion(STORED, new IllegalStateException("no leader"));
    assertThat(heard).containsExactly("failed no leader");
  }

  private final class Recorder implements DeliveryListener {

    @Override
    public void delivered(UserEvent event, int partition, long offset) {
      heard.add("delivered " + partition + "@" + offset);
    }

    @Override
    public void failed(UserEvent event, Exception cause) {
      heard.add("failed " + cause.getMessage());
    }
  }
}
