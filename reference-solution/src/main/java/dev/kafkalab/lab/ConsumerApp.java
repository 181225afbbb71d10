package dev.kafkalab.lab;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prints each event and what the users did, until Ctrl+C. */
public final class ConsumerApp {

  private static final String DEFAULT_BROKER = "localhost:9092";
  private static final int SECONDS_TO_STOP = 4;

  private ConsumerApp() {}

  /**
   * Reads events as a member of a group until the process is stopped (SIGINT or SIGTERM).
   *
   * @param args the broker's address, or nothing for {@value #DEFAULT_BROKER}; then the group, or
   *     nothing for {@value LabSettings#DEFAULT_GROUP}
   */
  public static void main(String[] args) {
    LabSettings settings = settings(args);
    LabFactory lab = new KafkaLabFactory();
    // A broker that creates topics automatically would create one with a single partition.
    lab.topicSetup(settings).createTopic();
    lab.topicSetup(onDeadLetters(settings)).createTopic();
    UserActivity activity = lab.userActivity();
    PrintingHandler handler = new PrintingHandler(activity);
    UserEventConsumer consumer = lab.consumer(settings, handler);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(consumer, ended)));
    System.out.printf(
        "Group %s reads %s. Press Ctrl+C to stop.%n", settings.groupId(), settings.topic());
    try {
      consumer.run();
      handler.printSummary();
      System.out.println(consumer.metrics());
    } finally {
      ended.countDown();
    }
  }

  private static LabSettings settings(String[] args) {
    LabSettings usual = LabSettings.forBroker(args.length > 0 ? args[0] : DEFAULT_BROKER);
    if (args.length < 2) {
      return usual;
    }
    return new LabSettings(
        usual.topic(),
        usual.deadLetterTopic(),
        args[1],
        usual.clientProperties(),
        usual.configFile());
  }

  private static LabSettings onDeadLetters(LabSettings settings) {
    return new LabSettings(
        settings.deadLetterTopic(),
        settings.deadLetterTopic(),
        settings.groupId(),
        settings.clientProperties(),
        settings.configFile());
  }

  /** Keeps the process alive until the last commit: it ends when its shutdown hooks do. */
  private static void stop(UserEventConsumer consumer, CountDownLatch ended) {
    consumer.stop();
    try {
      if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        System.err.printf("The consumer did not stop within %d s.%n", SECONDS_TO_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
