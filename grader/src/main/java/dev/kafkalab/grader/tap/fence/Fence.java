package dev.kafkalab.grader.tap.fence;

import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DescribeTopicPartitionsResponse;
import org.apache.kafka.common.requests.ListGroupsResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says what clients may ask for, and hides the rest: requests that the lab has no use for are
 * refused, and so is what names a topic or group that is not theirs.
 */
public final class Fence {

  private static final String INTERNAL = "__";

  private final Predicate<String> theirs;

  /**
   * Makes a fence.
   *
   * @param theirs whether a topic or group of this name may be seen and touched
   */
  public Fence(Predicate<String> theirs) {
    this.theirs = name -> !name.startsWith(INTERNAL) && theirs.test(name);
  }

  /**
   * Returns the error that a request is to be answered with; null if it may go on. What is asked by
   * an id alone may go on where it is the answer that says whose it is: see {@link #hide}.
   *
   * @param names finds the name of a topic's id; null where it is not known
   */
  public @Nullable Errors refusal(AbstractRequest request, Function<Uuid, @Nullable String> names) {
    if (!Targets.ALLOWED.contains(request.apiKey())) {
      return Errors.CLUSTER_AUTHORIZATION_FAILED;
    }
    Targets targets = Targets.of(request);
    if (targets.others()) {
      return Errors.CLUSTER_AUTHORIZATION_FAILED;
    }
    if (!targets.groups().stream().allMatch(theirs)) {
      return Errors.GROUP_AUTHORIZATION_FAILED;
    }
    if (!targets.topics().stream().allMatch(theirs)) {
      return Errors.TOPIC_AUTHORIZATION_FAILED;
    }
    if (request.apiKey() == ApiKeys.METADATA) {
      // A coordinator tells a member ids (KIP-848), and this is how their names are found out.
      return null;
    }
    boolean known =
        targets.topicIds().stream().map(names).allMatch(name -> name != null && theirs.test(name));
    return known ? null : Errors.UNKNOWN_TOPIC_ID;
  }

  /** Removes what clients are not to see; returns whether there was something. */
  public boolean hide(AbstractResponse response) {
    if (response instanceof MetadataResponse metadata) {
      return metadata
          .data()
          .topics()
          .removeIf(topic -> topic.name() != null && !theirs.test(topic.name()));
    }
    if (response instanceof DescribeTopicPartitionsResponse described) {
      return described
          .data()
          .topics()
          .removeIf(topic -> topic.name() != null && !theirs.test(topic.name()));
    }
    return response instanceof ListGroupsResponse listed
        && listed.data().groups().removeIf(group -> !theirs.test(group.groupId()));
  }
}
