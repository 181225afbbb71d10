package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sends some events and prints how each delivery ended. */
public final class ProducerApp {

  private static final String DEFAULT_BROKER = "localhost:9092";

  /** One for each of the three partitions, so that two consumers have something to share. */
  private static final List<String> USERS = List.of("user_3", "user_4", "user_999");

  private ProducerApp() {}

  /**
   * Sends a login, a purchase and a logout of each of three users.
   *
   * @param args the broker's address, or nothing for {@value #DEFAULT_BROKER}
   */
  public static void main(String[] args) {
    LabSettings settings = LabSettings.forBroker(args.length > 0 ? args[0] : DEFAULT_BROKER);
    LabFactory lab = new KafkaLabFactory();
    lab.topicSetup(settings).createTopic();
    // close() waits for the deliveries: without it the program would end before they do.
    try (UserEventProducer producer = lab.producer(settings, new PrintedDeliveries())) {
      send(producer, UserEvent.LOGIN, Map.of("device", "phone"));
      send(producer, UserEvent.PURCHASE, Map.of("amount", new BigDecimal("19.90")));
      send(producer, UserEvent.LOGOUT, Map.of());
    }
  }

  private static void send(UserEventProducer producer, String type, Map<String, Object> data) {
    for (String user : USERS) {
      if (!producer.send(new UserEvent(user, type, Instant.now(), data))) {
        System.err.printf("refused    %-9s %s%n", user, type);
      }
    }
  }

  private static final class PrintedDeliveries implements DeliveryListener {

    @Override
    public void delivered(UserEvent event, int partition, long offset) {
      System.out.printf(
          "delivered  %-9s %-9s partition %d, offset %d%n",
          event.userId(), event.eventType(), partition, offset);
    }

    @Override
    public void failed(UserEvent event, Exception cause) {
      System.err.printf("failed     %-9s %-9s %s%n", event.userId(), event.eventType(), cause);
    }
  }
}
