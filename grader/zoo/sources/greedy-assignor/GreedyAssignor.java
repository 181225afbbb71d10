package dev.kafkalab.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.internals.AbstractPartitionAssignor;
import org.apache.kafka.common.TopicPartition;

/** Gives every partition to the first member. */
public final class GreedyAssignor extends AbstractPartitionAssignor {

  @Override
  public String name() {
    return "greedy";
  }

  @Override
  public Map<String, List<TopicPartition>> assign(
      Map<String, Integer> partitionsPerTopic, Map<String, Subscription> subscriptions) {
    Map<String, List<TopicPartition>> assignment = new HashMap<>();
    subscriptions.keySet().forEach(member -> assignment.put(member, new ArrayList<>()));
    String first = subscriptions.keySet().stream().min(String::compareTo).orElseThrow();
    partitionsPerTopic.forEach(
        (topic, count) ->
            IntStream.range(0, count)
                .forEach(p -> assignment.get(first).add(new TopicPartition(topic, p))));
    return assignment;
  }
}
