package dev.kafkalab.grader.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the broker is told so that it is quick and has no surprises on two cores.
 *
 * <p>Kafka's defaults serve clusters: a group waits three seconds for more members, the offsets
 * topic has fifty partitions. None of that changes what is right or wrong.
 */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private BrokerSettings() {}

  static Map<String, String> of(Path folder, FreePorts ports) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("process.roles", "broker,controller");
    settings.put("log.dirs", folder.toString());
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + ports.controller());
    settings.put(
        "listeners",
        String.format(
            Locale.ROOT,
            "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d",
            ports.broker(),
            CONTROLLER_LISTENER,
            ports.controller()));
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.broker());
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.putAll(forTheLab());
    return settings;
  }

  /** Returns what does not depend on where the broker runs. */
  static Map<String, String> forTheLab() {
    Map<String, String> settings = new LinkedHashMap<>(oneBroker());
    settings.putAll(quickGroups());
    return settings;
  }

  private static Map<String, String> oneBroker() {
    return Map.ofEntries(
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // A broker that has no turn for nine seconds must not be taken for dead: it is the only
        // one.
        Map.entry("broker.session.timeout.ms", "600000"),
        // A topic that the student did not create must not appear because somebody asked for it.
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("log.cleaner.enable", "false"),
        // A record may have its event's time, which may be long ago.
        Map.entry("log.retention.ms", "-1"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"));
  }

  private static Map<String, String> quickGroups() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        "group.min.session.timeout.ms", "100",
        "group.consumer.min.heartbeat.interval.ms", "100",
        "group.consumer.heartbeat.interval.ms", "200",
        "group.consumer.assignment.interval.ms", "0",
        "group.consumer.assignor.offload.enable", "false");
  }
}
