package dev.kafkalab.grader.feedback;

import java.util.Locale;

/** The catalogue of misconceptions about Kafka: each makes programs fail in its own way. */
public enum Misconception {
  AUTO_COMMIT(
      "Offsets are committed automatically",
      "The client commits whatever it has read, whether or not your program has handled it.",
      "After a crash, events that were read but not yet handled are skipped silently.",
      "Turn off automatic commits in the consumer's settings, and commit after your own work is done.",
      Chapter.AUTO_COMMIT),
  COMMIT_BEFORE_PROCESSING(
      "An offset is committed before its event is handled",
      "A commit says that everything before it is done, and the next consumer starts there.",
      "If the program crashes between the commit and the work, the event is lost for good.",
      "Swap the two steps: wait until the handler has returned, then commit the next offset.",
      Chapter.DELIVERY_SEMANTICS),
  COMMIT_ONLY_AT_CLOSE(
      "Offsets are committed only when the consumer closes",
      "A process that is killed, or whose machine loses power, never closes its consumer.",
      "All events since its start are then handled again, which may be hours of orders.",
      "Commit while the consumer is running: after each event, each partition or each batch.",
      Chapter.MANUAL_OFFSET_CONTROL),
  COMMIT_IS_ONE_BEHIND(
      "The offset of the last handled event is committed",
      "A committed offset is the next one to read, not the last one handled.",
      "After each restart or rebalance, one event per partition is handled twice.",
      "Look up what a committed offset means, and commit the offset after the handled event.",
      Chapter.OFFSETS_AND_POSITION),
  COMMIT_IS_TOO_HIGH(
      "An offset past the next one is committed",
      "A committed offset is the next one to read, so anything higher skips records.",
      "After each restart or rebalance, events that nobody has handled are lost without a trace.",
      "Commit the offset of the last handled event plus one, and nothing more.",
      Chapter.OFFSETS_AND_POSITION),
  OLDER_COMMIT_COMES_LATER(
      "An older offset is committed after a newer one",
      "The last commit that arrives counts, not the highest.",
      "After each restart or rebalance, everything since the older offset is handled again.",
      "Never send an older offset after a newer one: keep one offset per partition, the highest that you may commit.",
      Chapter.MANUAL_OFFSET_CONTROL),
  NO_KEY(
      "Records are sent without a key",
      "Kafka may then put a user's records into any partition, but it keeps order only within a partition.",
      "A user's logout may be handled before the login, and this shows only under load.",
      "A record can carry a key: use the event's user id.",
      Chapter.LOAD_BALANCING),
  KEY_IS_NOT_THE_USER(
      "The key is not the user id",
      "The key determines the partition, so only records with the same key stay in order.",
      "A user's events are spread over several partitions, and a consumer that counts per user sees only some of them.",
      "Ask yourself which events must stay in order: what they have in common, as a plain string, is the key.",
      Chapter.LOAD_BALANCING),
  PARTITION_BY_HAND(
      "The program chooses the partition itself",
      "Other programs that write to the topic use Kafka's own rule, which differs from yours.",
      "One user's records end up in two partitions, and adding partitions makes it worse.",
      "Set the key of the record but not its partition, and let Kafka choose.",
      Chapter.LOAD_BALANCING),
  ACKS_NOT_ALL(
      "The producer does not wait for all replicas",
      "The leader confirms a record before it is replicated.",
      "If that broker fails, an event that your program reported as delivered is gone.",
      "Find the setting for the acknowledgements that a send needs, and require all of them.",
      Chapter.ACKS),
  NOT_IDEMPOTENT(
      "The producer is not idempotent",
      "When a response is lost, the producer sends the record again, and the broker cannot tell that it is a duplicate.",
      "The same purchase is then in the topic twice, perhaps after a later one.",
      "Leave idempotence on, and remove the settings that turn it off.",
      Chapter.IDEMPOTENCE),
  NO_RETRIES(
      "The producer gives up on a send too early",
      "Brokers restart and connections break every week, but they are back within seconds.",
      "Without retries, each of these moments loses events that only had to be sent again.",
      "Let the client retry by itself: limit the time for a delivery, not the number of attempts.",
      Chapter.DELIVERY_TIMEOUT),
  DELIVERY_FAILURE_SWALLOWED(
      "A failed delivery goes unnoticed",
      "Sending only queues the record, and whether it was delivered is known later.",
      "If you ignore the result, events get lost silently.",
      "Pass a callback to each send, and check its exception argument.",
      Chapter.PRODUCER_SEND),
  NO_FLUSH(
      "The producer ends before its records are sent",
      "Records wait in the producer's memory so that it can send them in batches.",
      "A program that ends without waiting for them loses the last events of each run.",
      "Close the producer when you are done, and give it time to empty its queue.",
      Chapter.PRODUCER_CLOSE),
  POISON_KILLS(
      "A malformed record stops the consumer",
      "The record stays in the partition, so each restart reads it again and fails again.",
      "One bad byte from one sender blocks all events after it until someone intervenes.",
      "Catch parsing exceptions for each record separately, and continue with the next record.",
      Chapter.POLL),
  POISON_LOOPS(
      "A malformed record is read again and again",
      "The position never moves past the record, so nothing after it is ever handled.",
      "The process looks alive and keeps a core busy, but the lag grows.",
      "Decide what to do with a malformed record, then move past it.",
      Chapter.POLL),
  BATCH_DROPPED_AFTER_POISON(
      "Valid events after a malformed record are dropped",
      "One poll returns records of many users, and only one of them is malformed.",
      "If you abandon the whole batch and commit it, the valid ones are lost without a trace.",
      "Catch the exception inside the loop over the records, not around it.",
      Chapter.MANUAL_OFFSET_CONTROL),
  POISON_NEVER_COMMITTED(
      "The offset of a malformed record is never committed",
      "A skipped record is done too, but only a commit records that.",
      "Each restart reads the record again, and monitoring shows a lag that never goes away.",
      "When you commit, treat a skipped record as handled.",
      Chapter.MANUAL_OFFSET_CONTROL),
  DEAD_LETTER_NOT_AWAITED(
      "A malformed record is committed before its dead letter is stored",
      "Sending only queues the dead letter, but the commit says that the malformed record is done.",
      "If the program crashes in between, there is no dead letter, and the record is not read again.",
      "Wait until the broker has acknowledged the dead letter, then commit.",
      Chapter.PRODUCER_SEND),
  HANDLER_FAILURE_KILLS(
      "A handler that throws stops the consumer",
      "A failure on one event, such as a database that cannot be reached, is routine.",
      "All users wait because of one of them, and each restart runs into the same event.",
      "Decide what to do with an event whose handler failed, and keep the loop running.",
      Chapter.FAILURE_DETECTION),
  RANDOM_GROUP(
      "Each start uses a new consumer group",
      "Committed offsets belong to a group, and no later start uses this group again.",
      "Each restart begins at the end or the beginning of the topic: events are lost or repeated.",
      "Use the same group id at every start: the one that you were given.",
      Chapter.GROUP_ID),
  NAME_WRITTEN_INTO_THE_CODE(
      "A name is hard-coded",
      "The same program runs in test, in production and several times side by side, each time with different names.",
      "A hard-coded name puts unrelated programs into one group, or writes test data where customers see it.",
      "Take the names from the settings that the factory receives, and do not hard-code any.",
      Chapter.GROUP_ID),
  ASSIGN_INSTEAD_OF_SUBSCRIBE(
      "The consumer chooses its partitions itself",
      "Without a subscription there is no group: the work is not shared, and nobody takes over when a consumer dies.",
      "A second process handles every event again, and nobody reads a new partition.",
      "Subscribe to the topic, and let the group assign the partitions.",
      Chapter.CONSUMER_GROUPS),
  LATEST_INSTEAD_OF_EARLIEST(
      "A new group begins at the end of the topic",
      "Without a committed offset, a setting decides where the consumer begins, and its default is the end.",
      "Everything that was sent before its first start is skipped, without any error.",
      "Find the setting for a group without committed offsets, and choose the beginning.",
      Chapter.AUTO_OFFSET_RESET),
  REWIND_AT_START(
      "Each start begins at the first offset again",
      "The group knows where it stopped, but the program does not use that.",
      "Each deployment handles the whole topic again: every email is sent twice.",
      "Let the committed offsets decide where to begin, and do not move the position yourself.",
      Chapter.CONSUMER_POSITION),
  STOP_IGNORED(
      "The consumer does not stop when it is told to",
      "A deployment waits a few seconds, then kills the process in the middle of its work.",
      "Events that were handled but not yet committed are then handled twice, at every deployment.",
      "Check for the stop request in each iteration of the loop, and wake up a waiting poll.",
      Chapter.MULTITHREADED),
  GROUP_NEVER_LEFT(
      "The consumer ends without leaving its group",
      "The group considers it alive until its session times out.",
      "Until then nobody reads its partitions, at every deployment.",
      "Close the consumer on every way out of the loop, including after an exception.",
      Chapter.FAILURE_DETECTION),
  NOT_COMMITTED_AT_REVOCATION(
      "A partition is handed over before its last events are committed",
      "The new owner of a partition starts at the committed offset.",
      "Each time a member joins or leaves, whatever was handled since the last commit is handled again.",
      "A listener for rebalances is called before partitions are taken away: commit there what you have handled of them.",
      Chapter.MANUAL_OFFSET_CONTROL),
  EXIT_WITHOUT_WAITING(
      "The process ends before the consumer has finished",
      "The JVM ends as soon as its shutdown hooks have returned, whatever other threads are doing.",
      "The event being handled is cut off, and the consumer neither commits nor leaves its group.",
      "In the shutdown hook, ask the consumer to stop, and then wait until it has.",
      Chapter.MULTITHREADED),
  EMPTY_POLL_ENDS_THE_LOOP(
      "An empty poll ends the loop",
      "An empty poll only means that nothing arrived in the meantime.",
      "The consumer ends at the first quiet moment, and events pile up unread.",
      "Leave the loop only when the consumer has been told to stop.",
      Chapter.POLL);

  private final String title;
  private final String cause;
  private final String harm;
  private final String hint;
  private final Chapter chapter;

  Misconception(String title, String cause, String harm, String hint, Chapter chapter) {
    this.title = title;
    this.cause = cause;
    this.harm = harm;
    this.hint = hint;
    this.chapter = chapter;
  }

  /** Returns its name in JSON, such as {@code commit-before-processing}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what the program does, without a full stop. */
  public String title() {
    return title;
  }

  /** Returns why it causes trouble in production, in two sentences. */
  public String why() {
    return cause + " " + harm;
  }

  /** Returns what to do about it, without the code that does it. */
  public String hint() {
    return hint;
  }

  /** Returns where Kafka's own documentation explains it. */
  public Chapter chapter() {
    return chapter;
  }
}
