package dev.kafkalab.grader.child;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;

/**
 * Lets a consumer of the classic group protocol hear of a rebalance within a tenth of a second: it
 * hears of it by its heartbeat only, and Kafka's default is one in three seconds.
 *
 * <p>The lab's base properties cannot say so, since the consumer group protocol refuses the
 * setting. Called by the woven {@link ConsumerConfig}.
 */
public final class QuickHeartbeat {

  private static final int MILLIS = 100;

  private QuickHeartbeat() {}

  /**
   * Returns the settings that the parsed configuration overrides, with the heartbeat where nobody
   * set it.
   *
   * @param overrides what Kafka's own code overrides
   * @param config as it was parsed
   */
  public static Map<String, Object> in(Map<String, Object> overrides, ConsumerConfig config) {
    try {
      if (isClassic(config) && isLeftToKafka(config)) {
        overrides.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, MILLIS);
      }
    } catch (RuntimeException e) {
      return overrides; // Kafka's own default then: slower, as right
    }
    return overrides;
  }

  private static boolean isClassic(ConsumerConfig config) {
    return GroupProtocol.CLASSIC
        .name()
        .equalsIgnoreCase(config.getString(ConsumerConfig.GROUP_PROTOCOL_CONFIG));
  }

  /** A session that is too short for the default must be refused, as Kafka does. */
  private static boolean isLeftToKafka(ConsumerConfig config) {
    return !config.originals().containsKey(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)
        && config.getInt(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)
            < config.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
  }
}
