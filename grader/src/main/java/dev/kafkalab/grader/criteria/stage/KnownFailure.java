package dev.kafkalab.grader.criteria.stage;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An exception of Kafka's clients that says what is wrong, but not what to do about it. */
enum KnownFailure {
  NO_SUBSCRIPTION(
      "not subscribed to any topics or assigned any partitions",
      "poll() was called before subscribe(): say first which topic the consumer is to read."),
  NO_GROUP(
      "InvalidGroupIdException",
      "The consumer has no group.id, so it can neither subscribe nor commit: set it to LabSettings.groupId(), and check how the name of the setting is spelt."),
  OTHER_THREAD(
      "not safe for multi-threaded access",
      "Only wakeup() may be called from another thread: let stop() do that, and let run() commit and close the consumer when it leaves its loop."),
  NOT_IDEMPOTENT(
      "in order to use the idempotent producer|to use the idempotent producer",
      "Two settings contradict each other: enable.idempotence, which is on, and the one that the message names. Remove that one."),
  MISSING_SETTING(
      "Missing required configuration",
      "Add the setting that the message names; (de)serializers can also be passed to the client's constructor."),
  INVALID_SETTING(
      "ConfigException",
      "The message names the setting, its value and what is allowed: correct the value, or remove the setting if you do not need it."),
  WRONG_SERIALIZER(
      "Can't convert (key|value) of class|ClassCastException",
      "The types do not agree: the serializer that you have set takes another type than the one that you put into the record. Change one of the two."),
  FAILING_DESERIALIZER(
      "RecordDeserializationException|Error deserializing",
      "A deserializer that throws makes every poll() fail at the same record: read bytes, and parse them in your own code, where you can skip the record."),
  WAKEUP(
      "WakeupException",
      "wakeup() makes a poll() or commitSync() throw this: catch it, and leave the loop if stop() was called."),
  CLOSED_CONSUMER(
      "This consumer has already been closed",
      "The consumer was used after close(): run() alone closes it, as the last thing that it does. All that stop() may call is wakeup()."),
  NOT_A_MEMBER(
      "CommitFailedException",
      "The group has given the partitions to another member: catch the exception, forget these offsets, and keep polling."),
  REBALANCING(
      "RebalanceInProgressException",
      "Partitions are being reassigned: catch the exception and keep polling; what was not committed is committed later or by the new owner."),
  NOT_ASSIGNED(
      "No current assignment for partition|You can only check the position for partitions assigned",
      "This partition does not belong to this consumer, or no longer: use only those that assignment() names."),
  CLOSED_PRODUCER(
      "after producer has been closed|Producer is closed",
      "A producer takes nothing after close(): remember that it is closed, and return false from send()."),
  NO_TOPIC(
      "not present in metadata|UnknownTopicOrPartitionException",
      "The broker does not know this topic: take its name from LabSettings."),
  NO_OFFSET(
      "NoOffsetForPartitionException",
      "A new group has no committed offset: auto.offset.reset says where it starts, and the lab wants the oldest record.");

  private final Pattern seen;
  private final String hint;

  KnownFailure(String seen, String hint) {
    this.seen = Pattern.compile(seen);
    this.hint = hint;
  }

  /** Finds out which one it is by its type and message. */
  static Optional<KnownFailure> of(String thrown) {
    return Arrays.stream(values()).filter(each -> each.seen.matcher(thrown).find()).findFirst();
  }

  /** Returns what to do about it. */
  String hint() {
    return hint;
  }
}
