package dev.kafkalab.grader.feedback;

import java.util.Locale;

/** A belief about Kafka that makes programs wrong in a way of its own: the catalogue. */
public enum Misconception {
  AUTO_COMMIT(
      "Offsets are committed automatically",
      "The client then commits what it has read, whether or not your program has handled it.",
      "After a crash, events that were read and not handled are skipped, and nobody is told.",
      "Switch automatic commits off in the consumer's settings, and commit after your own work.",
      Chapter.AUTO_COMMIT),
  COMMIT_BEFORE_PROCESSING(
      "An offset is committed before its event is handled",
      "A commit says that everything in front of it is done, and whoever takes over starts there.",
      "If the program dies between the commit and the work, the event is lost for good.",
      "Swap the two steps: first let the handler return, then commit the offset that comes next.",
      Chapter.DELIVERY_SEMANTICS),
  COMMIT_ONLY_AT_CLOSE(
      "Offsets are committed only when the consumer closes",
      "A process that is killed or loses its power never gets to close.",
      "All events since its start are then handled a second time, be it hours of orders.",
      "Commit while running: after each event, each partition or each batch that was handled.",
      Chapter.MANUAL_OFFSET_CONTROL),
  COMMIT_IS_ONE_BEHIND(
      "The offset of the last handled event is committed",
      "A committed offset is the next one to read, not the last one that was handled.",
      "Each restart and each rebalance then handles one event per partition twice.",
      "Look up what a committed offset means, and commit the one after the handled event.",
      Chapter.OFFSETS_AND_POSITION),
  NO_KEY(
      "Records are sent without a key",
      "Kafka then puts a user's records into any partition, and only a partition has an order.",
      "Two consumers can handle a user's logout before the login, and only under load.",
      "A record has a place for the key: put the event's user id there.",
      Chapter.LOAD_BALANCING),
  KEY_IS_NOT_THE_USER(
      "The key is something else than the user id",
      "The key decides the partition, so only records with equal keys stay in order.",
      "A user's events are spread over partitions, and whoever counts by user sees parts of them.",
      "Ask what must stay in order: that, as a plain string, is the key.",
      Chapter.LOAD_BALANCING),
  PARTITION_BY_HAND(
      "The program chooses the partition itself",
      "Other programs that write to the topic use Kafka's own rule, and disagree with yours.",
      "One user's records are then in two partitions, and more partitions make it worse.",
      "Leave the partition open, give the record its key, and let Kafka choose.",
      Chapter.LOAD_BALANCING),
  ACKS_NOT_ALL(
      "The producer does not wait for all replicas",
      "The leader says yes before the record has a copy.",
      "When that broker dies, an event that your program reported as delivered does not exist.",
      "Find the setting that says how many acknowledgements a send needs, and ask for all.",
      Chapter.ACKS),
  NOT_IDEMPOTENT(
      "The producer is not idempotent",
      "When an answer is lost, the producer repeats the record, and the broker cannot tell.",
      "The same purchase is then in the topic twice, and perhaps behind a later one.",
      "Leave idempotence on, and remove the settings that switch it off.",
      Chapter.IDEMPOTENCE),
  NO_RETRIES(
      "A send is given up too early",
      "Brokers restart and connections break every week, and are back within seconds.",
      "Without repeats, each such moment loses events that only had to be sent once more.",
      "Let the client repeat by itself: bound the time of a delivery, not the number of tries.",
      Chapter.DELIVERY_TIMEOUT),
  DELIVERY_FAILURE_SWALLOWED(
      "A failed delivery is not noticed",
      "A send only queues the record, and what became of it is known later.",
      "Who does not look loses events in silence, and finds out from the customers.",
      "Give each send something that is called when it is done, and look at both of its arguments.",
      Chapter.PRODUCER_SEND),
  NO_FLUSH(
      "The producer ends before its records are out",
      "Sent records wait in the producer's memory to travel together.",
      "A program that ends without waiting for them loses the last events of each run.",
      "Close the producer when you are done, and give it the time to empty its queue.",
      Chapter.PRODUCER_CLOSE),
  POISON_KILLS(
      "A malformed record ends the consumer",
      "The record stays in the partition, so each restart reads it again and dies again.",
      "One bad byte of one sender stops all events behind it until somebody is called at night.",
      "Catch what parsing can throw, for each record by itself, and go on with the next one.",
      Chapter.POLL),
  POISON_LOOPS(
      "A malformed record is read again and again",
      "The position never passes the record, so nothing behind it is ever handled.",
      "The process looks alive and uses a core, while the lag grows.",
      "Decide what becomes of a record that cannot be read, then move past it.",
      Chapter.POLL),
  BATCH_DROPPED_AFTER_POISON(
      "Good events behind a malformed record are dropped",
      "One poll returns records of many users, and the bad one is only one of them.",
      "Leaving the whole batch and committing it loses the good ones without a trace.",
      "Catch the failure inside the loop over the records, not around it.",
      Chapter.MANUAL_OFFSET_CONTROL),
  POISON_NEVER_COMMITTED(
      "The offset of a malformed record is never committed",
      "A record that was passed over is done too, and only a commit says so.",
      "Each restart reads it again, and monitoring shows a lag that never goes away.",
      "Count a record that you passed over as handled when you commit.",
      Chapter.MANUAL_OFFSET_CONTROL),
  DEAD_LETTER_NOT_AWAITED(
      "A dead letter's offset is committed before the dead letter is stored",
      "Sending only queues the record, and the commit says that the original is done.",
      "If the program dies in between, the record is in neither topic.",
      "Wait until the broker has acknowledged the dead letter, then commit.",
      Chapter.PRODUCER_SEND),
  HANDLER_FAILURE_KILLS(
      "A handler that throws ends the consumer",
      "A failure of one event, such as a database that is away, is everyday business.",
      "All users wait because of one of them, and each restart meets the same event.",
      "Decide what becomes of an event whose handler failed, and keep the loop running.",
      Chapter.FAILURE_DETECTION),
  RANDOM_GROUP(
      "Each start uses a new consumer group",
      "Committed offsets belong to a group, and nobody else ever asks for those of this one.",
      "Each restart begins at the end or at the start of the topic: events are lost or repeated.",
      "Use the same group id at each start: the one that you were given.",
      Chapter.GROUP_ID),
  NAME_WRITTEN_INTO_THE_CODE(
      "A name is written into the code",
      "The same program runs in test, in production and beside itself, each time with other names.",
      "A fixed one makes strangers members of one group, or writes test data where customers look.",
      "Take each name from the settings that the factory was given.",
      Chapter.GROUP_ID),
  ASSIGN_INSTEAD_OF_SUBSCRIBE(
      "The consumer picks its partitions itself",
      "Then there is no group: nobody shares the work, and nobody takes over from who died.",
      "A second process handles every event again, and a new partition has no reader.",
      "Say which topic you want to read, and let the group share out the partitions.",
      Chapter.CONSUMER_GROUPS),
  LATEST_INSTEAD_OF_EARLIEST(
      "A new group begins at the end of the topic",
      "Without a committed offset the consumer follows a setting, whose default is the end.",
      "All that was sent before its first start is passed over, and no error tells.",
      "Find the setting for a group without committed offsets, and choose the beginning.",
      Chapter.AUTO_OFFSET_RESET),
  REWIND_AT_START(
      "Each start begins from the first offset again",
      "The group knows where it was, and the program does not ask.",
      "Each deployment handles the whole topic anew: every mail is sent twice.",
      "Let the committed offsets decide where to begin, and do not move the position yourself.",
      Chapter.CONSUMER_POSITION),
  STOP_IGNORED(
      "The consumer does not stop when it is told to",
      "Whoever deploys waits some seconds, and then kills the process in the middle of its work.",
      "What was handled and not yet committed is then handled twice, at every deployment.",
      "Look at the stop request in each turn of the loop, and wake up a poll that waits.",
      Chapter.MULTITHREADED),
  GROUP_NEVER_LEFT(
      "The consumer ends without leaving its group",
      "The group takes it for alive until its session times out.",
      "Its partitions stand still for that long, at every deployment.",
      "Close the consumer on every way out of the loop, also after a failure.",
      Chapter.FAILURE_DETECTION),
  EXIT_WITHOUT_WAITING(
      "The process ends before the consumer has",
      "Java ends as soon as its shutdown hooks return, whatever other threads still do.",
      "The event in work is cut off, and neither commit nor leaving the group take place.",
      "Let the shutdown hook ask the consumer to stop, and then wait until it has.",
      Chapter.MULTITHREADED),
  EMPTY_POLL_ENDS_THE_LOOP(
      "A poll without records ends the loop",
      "An empty poll means only that nothing arrived in that moment.",
      "The consumer ends in the first quiet second, and events pile up unread.",
      "End the loop only when the consumer was told to stop.",
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

  /** Returns why it hurts in production, in two sentences. */
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
