package dev.kafkalab.grader.feedback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An observation that is better drawn than described. */
public sealed interface Exhibit {

  /**
   * Where the messages went.
   *
   * @param partitions how many the topic has
   * @param messages in the order of their partitions and offsets
   */
  record Messages(int partitions, List<Message> messages) implements Exhibit {

    /** Copies the messages, so that an exhibit never changes. */
    public Messages {
      messages = List.copyOf(messages);
    }
  }

  /**
   * A record of a topic.
   *
   * @param key as text; null if it has none
   */
  record Message(int partition, long offset, @Nullable String key, Instant timestamp) {}

  /**
   * What happened to the records of a partition.
   *
   * @param partition which
   * @param timeline one step after the other
   */
  record Story(int partition, Timeline timeline) implements Exhibit {}

  /**
   * Who owned which partition.
   *
   * @param phases one after the other
   */
  record Owners(List<Phase> phases) implements Exhibit {

    /** Copies the phases, so that an exhibit never changes. */
    public Owners {
      phases = List.copyOf(phases);
    }
  }

  /**
   * A time in which the owners stayed the same.
   *
   * @param event how it began, such as {@code a member was stopped}
   * @param owners the owner's name by partition, from 0 on; empty if nobody owned it
   */
  record Phase(String event, List<String> owners) {

    /** Copies the owners, so that a phase never changes. */
    public Phase {
      owners = List.copyOf(owners);
    }
  }
}
