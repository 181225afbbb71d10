package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges whether malformed records harm valid events. */
public final class MalformedJsonJudge {

  private static final int POINTS = 8;
  private static final int COMMITS = 2;
  private static final int NAMES = 1;

  /** What the partitions end with, one round after the other: each is skipped in its own way. */
  private static final List<List<Poison>> LAST =
      List.of(
          List.of(MalformedKinds.NO_VALUE, MalformedKinds.EMPTY, MalformedKinds.INVALID),
          List.of(MalformedKinds.ARRAY, MalformedKinds.WORD_NULL, MalformedKinds.NO_TIMESTAMP),
          List.of(MalformedKinds.OUT_OF_RANGE, MalformedKinds.CUT_OFF, MalformedKinds.WRONG_TYPES));

  private static final List<Poison> FIRST =
      List.of(MalformedKinds.INVALID, MalformedKinds.NO_VALUE, MalformedKinds.NO_TIMESTAMP);

  private final Stage stage;
  private final List<Poison> kinds;

  MalformedJsonJudge(Stage stage) {
    this.stage = stage;
    this.kinds =
        Stream.concat(
                MalformedKinds.all(randomBytes()).stream(),
                UnusualKinds.drawnFrom(stage.events()).stream())
            .toList();
  }

  /** Draws bytes that begin no character of UTF-8, and so no JSON. */
  private byte[] randomBytes() {
    byte[] bytes = new byte[48];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + stage.events().below(0x40));
    }
    return bytes;
  }

  void judge() {
    PoisonTrial all = PoisonTrial.start(stage, FIRST);
    if (all.reads()) {
      all.serveAll(kinds, LAST.get(0));
      // What computes all the time is not given up before it is known to be in a loop.
      boolean unused =
          stage.awaitMoving("all good events to be handled", all::turns, all::isSettled);
    } else {
      StudentRun unused = ConsumerStage.on(stage).startReading(); // or nothing works at all
    }
    if (!all.survived()) {
      Function<Survival, Feedback> harm = all.harm();
      all.kill(); // one in a loop would take a core from those that come now
      List<Poison> deadly = deadlyKinds();
      throw CriterionEnded.failed(
          harm.apply(new Survival(deadly, kinds.size())), pointsWith(deadly));
    }
    expectCommitted(all);
    Skipped skipped = all.skipped();
    expect(
        skipped.areNamed(),
        POINTS - NAMES,
        () -> MalformedFeedback.unnamed(skipped.unnamed(), skipped.malformed().size()));
  }

  /**
   * A consumer that commits at once is given the next round of malformed records; one that commits
   * later is waited for, as the lab allows, and one that counts events is stopped: then it has
   * committed all.
   */
  private void expectCommitted(PoisonTrial all) {
    boolean soon = all.skipped().soon();
    for (List<Poison> last : LAST.subList(1, LAST.size())) {
      if (soon) {
        all.serveLast(last);
        soon = all.skipped().soon();
      }
    }
    if (!soon && !all.skipped().inTime()) {
      all.skipped().stop();
    }
    List<Place> uncommitted = all.skipped().uncommitted();
    expect(
        uncommitted.isEmpty(),
        POINTS - COMMITS,
        () -> MalformedFeedback.neverCommitted(uncommitted.get(0)));
  }

  /**
   * If no kind is deadly by itself, their number is: that is a fault too. Who survives no malformed
   * record has earned nothing by reading valid ones.
   */
  private int pointsWith(List<Poison> deadly) {
    if (kinds.stream().allMatch(kind -> kind.isValid() || deadly.contains(kind))) {
      return 0;
    }
    return POINTS * (kinds.size() - Math.max(1, deadly.size())) / kinds.size();
  }

  /**
   * Tests each kind separately, side by side in one JVM, so that one deadline is enough for all
   * that hang.
   */
  private List<Poison> deadlyKinds() {
    List<PoisonTrial> trials = PoisonTrial.startOfOneKind(kinds, stage);
    trials.forEach(PoisonTrial::awaitReading);
    for (int i = 0; i < kinds.size(); i++) {
      trials.get(i).serveOnly(kinds.get(i));
    }
    stage.await(
        "each kind to be survived or not", () -> trials.stream().allMatch(PoisonTrial::isSettled));
    List<Poison> deadly = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (!trials.get(i).survived()) {
        deadly.add(kinds.get(i));
      }
    }
    trials.forEach(PoisonTrial::kill);
    return deadly;
  }
}
