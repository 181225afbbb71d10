package dev.kafkalab.lab;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** main() only starts things and returns. */
public final class ConsumerApp {
  private ConsumerApp() {}

  public static void main(String[] args) {
    LabSettings d = LabSettings.forBroker(args.length > 0 ? args[0] : "localhost:9092");
    LabSettings settings =
        args.length > 1
            ? new LabSettings(d.topic(), d.deadLetterTopic(), args[1], d.clientProperties(), d.configFile())
            : d;
    LabFactory lab = new KafkaLabFactory();
    lab.topicSetup(settings).createTopic();
    UserActivity activity = lab.userActivity();
    UserEventConsumer consumer = lab.consumer(settings, activity);
    ExecutorService pool = Executors.newSingleThreadExecutor(r -> new Thread(r, "events"));
    pool.execute(consumer::run);
    pool.shutdown();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  consumer.stop();
                  try {
                    if (!pool.awaitTermination(4, TimeUnit.SECONDS)) {
                      System.err.println("did not stop in time");
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  System.out.println("revenue: " + activity.revenueByUser());
                }));
  }
}
