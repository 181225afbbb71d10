package dev.kafkalab.grader.child;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/**
 * Is called by the woven clients of Kafka, whoever uses them, and notes what the student's code
 * does.
 *
 * <p>It never throws and changes nothing for its caller, whom it keeps waiting only where {@link
 * InPoll} says so. Where nobody installed it, or anything in it fails, it does nothing.
 */
public final class Recorder {

  /** Lets the grader do something while a consumer is in {@code poll()}. */
  static final InPoll IN_POLL = new InPoll();

  private static volatile @Nullable NoteWriter notes;

  private Recorder() {}

  /** Starts to note, for the grader at the other end of the pipe. */
  static void install(GraderPipe pipe) {
    notes = new NoteWriter(pipe);
  }

  /** Notes that a client was made. */
  public static void made(Object client, AbstractConfig config) {
    note(to -> to.made(client, config));
  }

  /** Notes that a client's method was entered. */
  public static void called(Object client, String method, @Nullable Object argument) {
    note(
        to -> {
          to.called(client, method, argument);
          if (method.equals("poll")) {
            IN_POLL.entered();
          }
        });
  }

  /** Notes what a poll is about to return. */
  public static void polled(Object client, ConsumerRecords<?, ?> records) {
    note(to -> to.polled(client, records));
  }

  private static void note(Consumer<NoteWriter> note) {
    NoteWriter to = notes;
    if (to == null) {
      return;
    }
    try {
      note.accept(to);
    } catch (Throwable e) { // Errors too: a student's deep stack must overflow in their own code
      return;
    }
  }
}
