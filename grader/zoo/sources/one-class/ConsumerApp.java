package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEventConsumer;

/** Runs the consumer until Ctrl+C. */
public class ConsumerApp {

  public static void main(String[] args) throws Exception {
    LabSettings usual = LabSettings.forBroker(args.length > 0 ? args[0] : "localhost:9092");
    LabSettings settings =
        new LabSettings(
            usual.topic(),
            usual.deadLetterTopic(),
            args.length > 1 ? args[1] : usual.groupId(),
            usual.clientProperties(),
            null);
    KafkaLabFactory lab = new KafkaLabFactory();
    lab.topicSetup(settings).createTopic();
    UserEventConsumer consumer = lab.consumer(settings, lab.userActivity());
    Thread thread = new Thread(consumer::run);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  consumer.stop();
                  try {
                    thread.join();
                  } catch (InterruptedException e) {
                    e.printStackTrace();
                  }
                }));
    thread.start();
    thread.join();
  }
}
