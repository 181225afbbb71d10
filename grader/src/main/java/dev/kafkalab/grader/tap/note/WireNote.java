package dev.kafkalab.grader.tap.note;

/**
 * Says what one request of a client meant.
 *
 * <p>It is noted when the tap has read the request and before a byte of it is forwarded, so it says
 * what the client asked for, never whether a broker did it. Strings are cut after {@value
 * #LONGEST_STRING} characters.
 */
public sealed interface WireNote
    permits CommitNote,
        FetchNote,
        HeartbeatNote,
        JoinNote,
        LeaveNote,
        ProduceNote,
        ProducerIdNote,
        TopicAskedNote {

  /** The longest string that is noted, in characters. */
  int LONGEST_STRING = 256;

  /** Returns when the tap had read the request, on the clock of {@link System#nanoTime()}. */
  long nanoTime();

  /** Returns the {@code client.id} of the request's header; empty where it had none. */
  String clientId();
}
