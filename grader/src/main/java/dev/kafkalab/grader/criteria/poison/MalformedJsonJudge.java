package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Judges whether malformed records harm valid events. */
public final class MalformedJsonJudge {

  private static final int POINTS = 8;
  private static final int COMMITS = 2;

  private final Stage stage;
  private final List<Poison> kinds;

  MalformedJsonJudge(Stage stage) {
    this.stage = stage;
    this.kinds = Poison.kinds(randomBytes());
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
    PoisonTrial all = PoisonTrial.start(stage);
    all.awaitReading();
    all.serve(kinds);
    // What computes all the time is not given up before it is known to be in a loop.
    boolean unused = stage.awaitMoving("all good events to be handled", all::turns, all::isSettled);
    if (!all.survived()) {
      Function<Survival, Feedback> harm = all.harm();
      all.kill(); // one in a loop would take a core from those that come now
      List<Poison> deadly = deadlyKinds();
      throw CriterionEnded.failed(
          harm.apply(new Survival(deadly, kinds.size())), pointsWith(deadly.size()));
    }
    expect(
        all.commitsPassed(),
        POINTS - COMMITS,
        () -> MalformedFeedback.neverCommitted(all.lastPoison()));
  }

  /** If no kind is deadly by itself, their number is: that is a fault too. */
  private int pointsWith(int deadly) {
    return POINTS * (kinds.size() - Math.max(1, deadly)) / kinds.size();
  }

  /**
   * Tests each kind separately, side by side in one JVM, so that one deadline is enough for all
   * that hang.
   */
  private List<Poison> deadlyKinds() {
    List<PoisonTrial> trials = PoisonTrial.startOfOneKind(kinds.size(), stage);
    trials.forEach(PoisonTrial::awaitReading);
    for (int i = 0; i < kinds.size(); i++) {
      trials.get(i).serve(List.of(kinds.get(i)));
    }
    stage.await(
        "each kind to be survived or not", () -> trials.stream().allMatch(PoisonTrial::isSettled));
    List<Poison> deadly = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (!trials.get(i).survived()) {
        deadly.add(kinds.get(i));
      }
    }
    trials.get(0).kill();
    return deadly;
  }
}
