package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.report.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps where everybody stands, and writes it every now and then: so much can be looked at while a
 * run goes on, or after it was killed.
 */
final class Notes {

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final RunFolder run;
  private final String revision;
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final List<Canary> canaries = new ArrayList<>();
  private boolean isWritten;
  private long lastNanos;

  Notes(RunFolder run, String revision) {
    this.run = run;
    this.revision = revision;
  }

  /** Notes where a student stands now, in the place where the student already is. */
  synchronized void add(Standing standing) {
    standings.put(standing.who().id(), standing);
    writeNowAndThen();
  }

  synchronized void add(Canary canary) {
    canaries.add(canary);
    writeNowAndThen();
  }

  /** Notes the canaries of an earlier time, as long as there are no others. */
  synchronized void keep(List<Canary> earlier) {
    canaries.addAll(earlier);
  }

  /** Returns who is not waiting for a grading. */
  synchronized List<Standing> done() {
    return standings.values().stream().filter(each -> each.state() != State.PENDING).toList();
  }

  private void writeNowAndThen() {
    if (isWritten && System.nanoTime() - lastNanos > PAUSE.toNanos()) {
      ClassRecord unused = write();
    }
  }

  /** Writes all of it, and returns it. */
  synchronized ClassRecord write() {
    ClassRecord record =
        new ClassRecord(ClassRecord.SCHEMA, revision, List.copyOf(standings.values()), canaries);
    run.write(ClassBook.RECORD, JsonText.of(record));
    isWritten = true;
    lastNanos = System.nanoTime();
    return record;
  }
}
