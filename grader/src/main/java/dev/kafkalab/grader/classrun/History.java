package dev.kafkalab.grader.classrun;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log of a run says of each submission. */
final class History {

  /** So often may the grader be ended during one grading before that is given up. */
  private static final int MOST_ENDED = 3;

  private final Map<String, Past> past = new HashMap<>();

  /** What happened to one submission. */
  private static final class Past {
    private int tries;
    private int ended;
    private @Nullable LogLine last;
  }

  History(List<LogLine> lines) {
    lines.forEach(this::add);
  }

  /** Adds a line that was written. */
  synchronized void add(LogLine line) {
    Past before = past.computeIfAbsent(line.id(), id -> new Past());
    if (line.isBeginning()) {
      before.tries++;
      boolean sameKey = before.last != null && before.last.key().equals(line.key());
      before.ended =
          before.last != null && before.last.isBeginning() && sameKey ? before.ended + 1 : 1;
    } else {
      before.ended = 0;
    }
    before.last = line;
  }

  /** Returns how often a grading of it began. */
  synchronized int tries(String id) {
    Past before = past.get(id);
    return before == null ? 0 : before.tries;
  }

  /** Returns the last line of it, if that is about the same key; otherwise null. */
  synchronized @Nullable LogLine last(String id, String key) {
    Past before = past.get(id);
    return before == null || before.last == null || !before.last.key().equals(key)
        ? null
        : before.last;
  }

  /** Returns whether the grader was ended so often while it was graded that nobody tries again. */
  boolean isGivenUp(String id) {
    return ended(id) >= MOST_ENDED;
  }

  /** Returns how often in a row the grader was ended while it was graded. */
  synchronized int ended(String id) {
    Past before = past.get(id);
    return before == null ? 0 : before.ended;
  }
}
