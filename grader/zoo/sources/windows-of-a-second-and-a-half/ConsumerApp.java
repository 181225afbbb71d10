package dev.kafkalab.lab;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;

/** The hook joins the main thread. */
public final class ConsumerApp {
  private ConsumerApp() {}

  public static void main(String... args) {
    LabSettings s = LabSettings.forBroker(args.length == 0 ? "localhost:9092" : args[0]);
    if (args.length > 1) {
      s = new LabSettings(s.topic(), s.deadLetterTopic(), args[1], s.clientProperties(), s.configFile());
    }
    LabFactory lab = new KafkaLabFactory();
    lab.topicSetup(s).createTopic();
    UserActivity account = lab.userActivity();
    UserEventConsumer c =
        lab.consumer(
            s,
            new UserEventHandler() {
              public void onLogin(UserEvent e) {
                account.onLogin(e);
                say(e);
              }

              public void onPurchase(UserEvent e) {
                account.onPurchase(e);
                say(e);
              }

              public void onLogout(UserEvent e) {
                account.onLogout(e);
                say(e);
              }

              public void onOther(UserEvent e) {
                account.onOther(e);
                say(e);
              }

              private void say(UserEvent e) {
                System.out.println(e + " -> " + account.onlineUsers() + " " + account.revenueByUser());
              }
            });
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("stopping");
                  c.stop();
                  try {
                    main.join(4_500);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    c.run();
    System.out.println(account.loginsByUser());
  }
}
