package dev.kafkalab.grader.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Notes what the student's code does with a client of Kafka. */
public sealed interface Note extends FromChild {

  /** Returns a number that tells the clients of one JVM apart. */
  int client();

  /** Returns the student's line; null where none is known. */
  @Nullable SourceLine at();

  /**
   * A client was made.
   *
   * @param settings the effective values of those that matter to the lab; one whose value is null
   *     is left out
   */
  record ClientMade(
      ClientKind of, int client, @Nullable SourceLine at, Map<String, String> settings)
      implements Note {
    /** Copies, so that it never changes. */
    public ClientMade {
      Objects.requireNonNull(of, "of");
      settings = Map.copyOf(settings);
    }
  }

  /**
   * A client's method was called that neither commits nor sends, or a line polls for the first
   * time.
   */
  record ClientCalled(ClientKind of, int client, @Nullable SourceLine at, String method)
      implements Note {
    /** Refuses what is no call. */
    public ClientCalled {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(method, "method");
    }
  }

  /**
   * A consumer was told to commit.
   *
   * @param method {@code commitSync} or {@code commitAsync}
   * @param offsets those that were given; null where all that poll returned is committed
   */
  record Committed(
      int client, @Nullable SourceLine at, String method, @Nullable List<Offset> offsets)
      implements Note {
    /** Copies, so that it never changes. */
    public Committed {
      Objects.requireNonNull(method, "method");
      offsets = offsets == null ? null : List.copyOf(offsets);
    }
  }

  /** An offset that is committed: that of the next record to read. */
  record Offset(String topic, int partition, long offset) {
    /** Refuses what is no offset. */
    public Offset {
      Objects.requireNonNull(topic, "topic");
    }
  }

  /** A poll is about to return records. */
  record Polled(int client, @Nullable SourceLine at, List<Batch> batches) implements Note {
    /** Copies, so that it never changes. */
    public Polled {
      batches = List.copyOf(batches);
    }
  }

  /** The records of one partition that a poll returns, from the first to the last offset. */
  record Batch(String topic, int partition, long first, long last, int count) {
    /** Refuses what is no batch. */
    public Batch {
      Objects.requireNonNull(topic, "topic");
    }
  }

  /**
   * A producer was given a record.
   *
   * @param partition the one that the record names; null where it leaves that to Kafka
   * @param hasKey whether the record has a key
   */
  record RecordSent(
      int client,
      @Nullable SourceLine at,
      String topic,
      @Nullable Integer partition,
      boolean hasKey)
      implements Note {
    /** Refuses what is no record. */
    public RecordSent {
      Objects.requireNonNull(topic, "topic");
    }
  }
}
