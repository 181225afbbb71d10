package dev.kafkalab.grader.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Infrastructure;
import dev.kafkalab.grader.rubric.Outcome.Passed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final CriterionInfo CRITERION =
      new CriterionInfo("topic.created", Task.TOPIC, 5, "the topic is there");

  private static final Duration MOST = Duration.ofMinutes(5);
  private static final Feedback THEIRS = Feedback.of("It is not there.", "Create it.");
  private static final Feedback OURS = Feedback.of("Kafka is gone.", "");

  private static final Ending PASSED = Ending.of(new Passed());
  private static final Ending FAILED = Ending.of(new Failed(0, THEIRS));

  private final ScriptedMachine machine = new ScriptedMachine();
  private final Remarks remarks = new Remarks();

  /** Whether each try was alone, in their order. */
  private final List<Boolean> alone = new ArrayList<>();

  @Test
  void whatIsJudgedOnASoundMachineCountsAtOnce() {
    assertThat(judge(() -> FAILED).outcome()).isEqualTo(FAILED.outcome());
    assertThat(alone).containsExactly(false);
    assertThat(remarks.all()).isEmpty();
  }

  @Test
  void whatDoesNotCompileIsBlockedAndNeverRun() {
    Judge judge = new Judge(() -> List.of(THEIRS), (c, body, most) -> null, machine, MOST, remarks);

    assertThat(judge.judge(CRITERION, stage -> {}).outcome())
        .isEqualTo(new Blocked("compilation", THEIRS));
  }

  @Test
  void aFaultOfOursIsTriedOnceMore() {
    CriterionResult result = judge(() -> alone.size() == 1 ? Ending.ours(OURS) : PASSED);

    assertThat(result.kind()).isEqualTo(OutcomeKind.PASSED);
    assertThat(result.tries()).isEqualTo(2);
    assertThat(result.earlier()).containsExactly(OURS);
  }

  @Test
  void aFaultOfOursThatComesAgainIsInfrastructure() {
    CriterionResult result = judge(() -> Ending.ours(OURS));

    assertThat(result.outcome()).isEqualTo(new Infrastructure(OURS));
    assertThat(result.tries()).isEqualTo(2);
  }

  @Test
  void aFaultThatIsThereToStayIsNotTriedAgain() {
    assertThat(judge(() -> Ending.oursForGood(OURS)).tries()).isOne();
  }

  @Test
  void aFailureThatMayEndOtherwiseCountsWhereItComesAgain() {
    CriterionResult result = judge(FAILED::onceMore);

    assertThat(result.kind()).isEqualTo(OutcomeKind.FAILED);
    assertThat(result.tries()).isEqualTo(2);
  }

  @Test
  void whatAStandstillHitIsJudgedAgainEvenWhereItPassed() {
    CriterionResult result =
        judge(
            () -> {
              if (alone.size() == 1) {
                machine.standstills++;
                return PASSED;
              }
              return FAILED;
            });

    assertThat(result.kind()).isEqualTo(OutcomeKind.FAILED);
    assertThat(result.tries()).isEqualTo(2);
    assertThat(remarks.all()).singleElement().asString().contains("suspended");
  }

  @Test
  void aMachineThatStandsStillAgainAndAgainGivesNoVerdict() {
    CriterionResult result =
        judge(
            () -> {
              machine.standstills++;
              return FAILED;
            });

    assertThat(result.kind()).isEqualTo(OutcomeKind.INFRASTRUCTURE);
    assertThat(result.tries()).isEqualTo(5);
  }

  @Test
  void whatNeedsToBeAloneIsJudgedAlone() {
    CriterionResult result =
        judge(
            () -> {
              if (!alone.get(alone.size() - 1)) {
                throw new NeedsToBeAlone();
              }
              return PASSED;
            });

    assertThat(result.kind()).isEqualTo(OutcomeKind.PASSED);
    assertThat(alone).containsExactly(false, true);
  }

  @Test
  void whatFailsOnAMachineWithTooMuchToDoIsJudgedAlone() {
    machine.slowness = 3.5;

    CriterionResult result = judge(() -> alone.size() == 1 ? FAILED : PASSED);

    assertThat(result.kind()).isEqualTo(OutcomeKind.PASSED);
    assertThat(alone).containsExactly(false, true);
    assertThat(remarks.all()).singleElement().asString().contains("very busy");
  }

  @Test
  void whatPassesOnAMachineWithTooMuchToDoHasPassed() {
    machine.slowness = 3.5;

    assertThat(judge(() -> PASSED).kind()).isEqualTo(OutcomeKind.PASSED);
    assertThat(alone).containsExactly(false);
  }

  @Test
  void afterTwoThatTookTooLongNoOtherOneIsBegun() {
    machine.waited = MOST.plusSeconds(1);
    Judge judge = judge(tried(() -> Ending.oursForGood(OURS)));

    judge.judge(CRITERION, stage -> {});
    judge.judge(CRITERION, stage -> {});
    CriterionResult third = judge.judge(CRITERION, stage -> {});

    assertThat(alone).hasSize(2);
    assertThat(third.kind()).isEqualTo(OutcomeKind.INFRASTRUCTURE);
    assertThat(third.feedback()).isNotEqualTo(OURS);
  }

  @Test
  void whatJUnitDidNotRunIsOurs() {
    Outcome outcome = Judge.notRun(CRITERION, null).outcome();

    assertThat(outcome).isInstanceOf(Infrastructure.class);
  }

  private CriterionResult judge(Supplier<Ending> ending) {
    return judge(tried(ending)).judge(CRITERION, stage -> {});
  }

  private Judge judge(Try attempt) {
    return new Judge(List::of, (criterion, body, most) -> attempt, machine, MOST, remarks);
  }

  private Try tried(Supplier<Ending> ending) {
    return isAlone -> {
      alone.add(isAlone);
      return ending.get();
    };
  }

  private static final class ScriptedMachine implements Machine {

    private long standstills;
    private double slowness = 1;
    private Duration waited = Duration.ofSeconds(1);

    @Override
    public long standstills() {
      return standstills;
    }

    @Override
    public double slowness() {
      return slowness;
    }

    @Override
    public Watch watch() {
      return new Watch() {
        @Override
        public double slowness() {
          return slowness;
        }

        @Override
        public Duration waited() {
          return waited;
        }
      };
    }
  }
}
