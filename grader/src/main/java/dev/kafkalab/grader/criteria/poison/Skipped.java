package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.criteria.stage.LateTimer;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.offsets.Offsets;
import java.util.List;

/** What became of malformed records: a consumer should commit past them and name them. */
record Skipped(Stage stage, StudentRun run, List<Place> malformed) {

  /** Copies the records, so that an account never changes. */
  Skipped {
    malformed = List.copyOf(malformed);
  }

  /** Returns whether commits pass all of them without more ado. */
  boolean soon() {
    return stage.await(
        "commits to pass", stage.patience().brief(), () -> uncommitted().isEmpty(), run);
  }

  /** Returns whether commits pass all of them as soon as a timer of the lab's ten seconds does. */
  boolean inTime() {
    return LateTimer.await(stage, "commits by a timer", () -> uncommitted().isEmpty(), run);
  }

  /** Stops the consumer: a commit that comes only now is fine. */
  void stop() {
    run.stopConsumer();
    stage.await("run() to return", () -> run.consuming().ended());
  }

  /** Returns those that no commit has passed, by partition and offset. */
  List<Place> uncommitted() {
    Offsets committed = stage.group(run.groupId()).committed();
    return malformed.stream()
        .filter(place -> committed.of(place.partition(), 0L) <= place.offset())
        .toList();
  }

  /** Waits for most of them to be named: some values are too short to be found in a line. */
  boolean areNamed() {
    return stage.await(
        "malformed records to be named",
        stage.patience().brief(),
        () -> 4 * unnamed().size() <= malformed.size());
  }

  /** Returns those that the consumer did not name in what it printed. */
  List<Place> unnamed() {
    List<String> lines = run.output();
    return malformed.stream().filter(place -> !place.isNamedIn(lines)).toList();
  }
}
