package dev.kafkalab.api;

/**
 * Makes the parts of a solution.
 *
 * <p>The implementation is the public class {@value #IMPLEMENTATION} with a public constructor
 * without parameters. The template's one is complete: who changes a constructor gets a compile
 * error in a file of their own, not a riddle at run time.
 */
public interface LabFactory {

  /** The name of the class that implements this interface, in every solution. */
  String IMPLEMENTATION = "dev.kafkalab.lab.KafkaLabFactory";

  /** Makes the part that creates the topic (task 1). */
  TopicSetup topicSetup(LabSettings settings);

  /** Makes a producer that reports each delivery to the listener (task 2). */
  UserEventProducer producer(LabSettings settings, DeliveryListener listener);

  /**
   * Makes a consumer that has not read anything yet and will give each event to the handler (tasks
   * 3 and 4).
   */
  UserEventConsumer consumer(LabSettings settings, UserEventHandler handler);

  /** Makes an empty account of what users do (task 3). */
  UserActivity userActivity();
}
