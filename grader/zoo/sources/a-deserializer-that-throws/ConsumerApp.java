package dev.kafkalab.lab;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEventConsumer;
import java.util.stream.Stream;
import sun.misc.Signal;

/** Handles the signals itself, so main just returns after run(). */
public final class ConsumerApp {
  private ConsumerApp() {}

  public static void main(String[] args) {
    LabSettings usual = LabSettings.forBroker(args.length > 0 ? args[0] : "localhost:9092");
    LabSettings settings =
        new LabSettings(
            usual.topic(),
            usual.deadLetterTopic(),
            args.length > 1 ? args[1] : usual.groupId(),
            usual.clientProperties(),
            null);
    LabFactory lab = new KafkaLabFactory();
    lab.topicSetup(settings).createTopic();
    UserEventConsumer consumer = lab.consumer(settings, lab.userActivity());
    Stream.of("INT", "TERM").forEach(name -> Signal.handle(new Signal(name), signal -> consumer.stop()));
    consumer.run();
  }
}
