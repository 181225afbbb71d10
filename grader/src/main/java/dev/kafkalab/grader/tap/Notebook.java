package dev.kafkalab.grader.tap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the notes of a tap in the order in which they were made, within bounds. */
final class Notebook {

  /**
   * How long the text of all notes may be together: about 150,000 commits of a lab. It stands for
   * the memory that they take, however the client chose their number and the names in them.
   */
  static final int CAPACITY = 32 << 20;

  private final List<WireNote> notes = new ArrayList<>();
  private final Set<List<String>> subjects = new HashSet<>();
  private int length;
  private long dropped;
  private long fetches;
  private long heartbeats;

  /** Keeps the note; returns false when there is no room for it. */
  synchronized boolean add(WireNote note) {
    int added = note.toString().length();
    if (added > CAPACITY - length) {
      dropped++;
      return false;
    }
    length += added;
    return notes.add(note);
  }

  synchronized void addFetch(FetchNote note) {
    fetches++;
    addFirst(note, "fetch", note.clientId());
  }

  synchronized void addHeartbeat(HeartbeatNote note) {
    heartbeats++;
    addFirst(note, "heartbeat", note.groupId(), note.memberId());
  }

  synchronized void addTopicAsked(TopicAskedNote note) {
    addFirst(note, "topic", note.topic());
  }

  private void addFirst(WireNote note, String... subject) {
    if (!subjects.contains(List.of(subject)) && add(note)) {
      subjects.add(List.of(subject));
    }
  }

  synchronized List<WireNote> notes() {
    return List.copyOf(notes);
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized long fetches() {
    return fetches;
  }

  synchronized long heartbeats() {
    return heartbeats;
  }
}
