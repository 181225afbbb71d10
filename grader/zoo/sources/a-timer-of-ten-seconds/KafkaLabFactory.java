package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import dev.kafkalab.api.UserEventProducer;

/** Makes the parts of this solution. */
public final class KafkaLabFactory implements LabFactory {

  /** Makes the factory; it has no state. */
  public KafkaLabFactory() {}

  @Override
  public TopicSetup topicSetup(LabSettings settings) {
    return new KafkaTopicSetup(settings);
  }

  @Override
  public UserEventProducer producer(LabSettings settings, DeliveryListener listener) {
    return new KafkaUserEventProducer(settings, listener);
  }

  @Override
  public UserEventConsumer consumer(LabSettings settings, UserEventHandler handler) {
    return new KafkaUserEventConsumer(settings, handler);
  }

  @Override
  public UserActivity userActivity() {
    return new UserActivityTracker();
  }
}
