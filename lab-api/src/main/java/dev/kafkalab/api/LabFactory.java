package dev.kafkalab.api;

/**
 * Makes the parts of a solution, which share no state: each works as if it were the only one.
 *
 * <p>The implementation is the public class {@value #IMPLEMENTATION} with a public constructor
 * without parameters. The one in the template is complete: if you change a constructor, you get a
 * compile error in your own file, not a puzzling error at run time.
 */
public interface LabFactory {

  /** The name of the class that implements this interface, in every solution. */
  String IMPLEMENTATION = "dev.kafkalab.lab.KafkaLabFactory";

  /** Makes the part that creates the topic (task 1). */
  TopicSetup topicSetup(LabSettings settings);

  /** Makes a producer that reports each delivery to the listener (task 2). */
  UserEventProducer producer(LabSettings settings, DeliveryListener listener);

  /**
   * Makes a consumer that has not read anything yet and will pass each event to the handler (tasks
   * 3 and 4).
   */
  UserEventConsumer consumer(LabSettings settings, UserEventHandler handler);

  /** Makes an empty record of user activity (task 3). */
  UserActivity userActivity();
}
