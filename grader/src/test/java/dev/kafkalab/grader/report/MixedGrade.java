package dev.kafkalab.grader.report;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static dev.kafkalab.grader.rubric.OutcomeKind.BLOCKED;
import static dev.kafkalab.grader.rubric.OutcomeKind.FAILED;
import static dev.kafkalab.grader.rubric.OutcomeKind.INFRASTRUCTURE;
import static dev.kafkalab.grader.rubric.OutcomeKind.NOT_ATTEMPTED;
import static dev.kafkalab.grader.rubric.OutcomeKind.PASSED;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Message;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import dev.kafkalab.grader.feedback.Exhibit.Owners;
import dev.kafkalab.grader.feedback.Exhibit.Phase;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.Results;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Passed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Grades to report: one of each outcome, and a submission that could not be graded. */
public final class MixedGrade {

  public static final CriterionResult PASS =
      result("topic.created", Task.TOPIC, 5, "the topic is there", PASSED, 5, null, null);

  private static final CriterionResult FAILURE =
      result(
          "producer.delivers",
          Task.PRODUCER,
          8,
          "each event arrives",
          FAILED,
          2,
          null,
          Feedback.of("One event is missing.", "Wait for it.", fact("sent", 7), fact("lost", 1))
              .at(new Location("Producer.java", 31, "producer.close(Duration.ZERO);")));

  private static final CriterionResult SECOND_FAILURE =
      result(
          "producer.key-affinity",
          Task.PRODUCER,
          10,
          "the key is the user",
          FAILED,
          0,
          null,
          Feedback.of("There is no key.", "Set it."));

  private static final CriterionResult BLOCKED_ONE =
      result(
          "producer.order",
          Task.PRODUCER,
          7,
          "the order is kept",
          BLOCKED,
          0,
          "producer.delivers",
          Feedback.of("Nothing arrived.", ""));

  private static final CriterionResult STUB =
      result(
          "consumer.dispatches",
          Task.CONSUMER,
          6,
          "each event is handled",
          NOT_ATTEMPTED,
          0,
          null,
          Feedback.of("Task 3 is not written yet: run", ""));

  private static final CriterionResult SAME_STUB =
      result(
          "consumer.resumes",
          Task.CONSUMER,
          4,
          "it goes on",
          NOT_ATTEMPTED,
          0,
          null,
          Feedback.of("Task 3 is not written yet: run", ""));

  private static final CriterionResult SAME_FAILURE =
      result(
          "producer.order",
          Task.PRODUCER,
          7,
          "the order is kept",
          FAILED,
          0,
          null,
          Feedback.of("There is no key.", "Set it."));

  private static final CriterionResult INFRASTRUCTURE_ONE =
      result("group.shares", Task.GROUP, 9, "members share", INFRASTRUCTURE, 0, null, null);

  private static final CriterionResult OBSERVED =
      Results.result(
          new CriterionInfo("answers", Task.ANSWERS, 5, "the questions are answered"),
          new Passed(),
          Duration.ofMillis(1_250),
          fact("Q1", "It\nshares."),
          fact("user_999", "partition 2"));

  private static final CriterionResult LESSON =
      Results.result(
          new CriterionInfo("consumer.manual-commit", Task.CONSUMER, 10, "commits come after"),
          new Failed(
              4,
              Feedback.of("The commit came too early.", "", fact("held", 67))
                  .because(Misconception.AUTO_COMMIT)
                  .with(
                      new Timeline(
                          List.of(
                              new Step("", StepKind.HELD, 1, 67, 67, null, null),
                              new Step(
                                  "",
                                  StepKind.COMMITTED,
                                  1,
                                  77,
                                  77,
                                  new Location("Consumer.java", 61),
                                  "67 was not handled yet"),
                              new Step("", StepKind.KILLED, -1, -1, -1, null, null))))),
          Duration.ofMillis(1_250),
          fact("held", 67),
          fact("commits", 3));

  private static final CriterionResult SAME_LESSON =
      result(
          "consumer.crash",
          Task.CONSUMER,
          4,
          "nothing is lost",
          FAILED,
          0,
          null,
          Feedback.of("Events are lost.", "Mend the other one.")
              .because(Misconception.AUTO_COMMIT));

  private static final CriterionResult BONUS =
      result("bonus.headers", Task.CHALLENGES, 5, "there are headers", FAILED, 2, null, null);

  private MixedGrade() {}

  public static GradedSubmission lessons() {
    return graded(List.of(), LESSON, SAME_LESSON, OBSERVED, BONUS);
  }

  public static GradedSubmission withLongObservation() {
    return graded(
        List.of(),
        Results.result(
            OBSERVED.criterion(),
            new Failed(1, Feedback.of("An answer is not what Kafka does.", "")),
            OBSERVED.duration(),
            fact("5.6", "why\n".repeat(80))));
  }

  /** So many criteria of the producer that passed. */
  public static GradedSubmission allOfATask(int count) {
    return graded(
        List.of(),
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    result(
                        "producer.rule-" + i, Task.PRODUCER, 1, "it holds", PASSED, 1, null, null))
            .toArray(CriterionResult[]::new));
  }

  public static GradedSubmission unwritten() {
    return graded(List.of(), PASS, STUB, SAME_STUB, BONUS);
  }

  public static GradedSubmission sameFailures() {
    return graded(List.of(), SECOND_FAILURE, SAME_FAILURE);
  }

  public static GradedSubmission withRemark() {
    GradedSubmission graded = graded(List.of(), PASS);
    return new GradedSubmission(
        graded.submission(),
        graded.grade(),
        graded.problems(),
        new UsedBroker("embedded", "4.1.0", "Docker does not answer."),
        graded.seed(),
        graded.duration(),
        graded.timings());
  }

  public static GradedSubmission withDeliverables() {
    GradedSubmission graded = graded(List.of(), PASS);
    return new GradedSubmission(
        graded.submission(),
        graded.grade(),
        graded.problems(),
        graded.broker(),
        graded.seed(),
        graded.duration(),
        graded.timings(),
        List.of(
            new Deliverable("ANSWERS.md", true, ""),
            new Deliverable("screenshot of the topic", false, "a picture in docs\u001B")));
  }

  public static GradedSubmission mixed() {
    return graded(List.of(), PASS, FAILURE, SECOND_FAILURE, BLOCKED_ONE, STUB);
  }

  /** What students print and name can be meant for whoever reads the report. */
  public static GradedSubmission hostile() {
    return hostileNamed("=cmd()");
  }

  /** The same grading of a folder with another name, which stands in the texts, too. */
  public static GradedSubmission hostileNamed(String name) {
    CriterionResult result =
        result(
            "producer.delivers",
            Task.PRODUCER,
            8,
            "each event arrives",
            FAILED,
            2,
            null,
            Feedback.of(
                    "<script>alert(1)</script> ]]> \u001B[31m | @everyone " + name,
                    name,
                    fact("printed", "a\n::error::b\n```\n</pre><b>c</b>\u0000"),
                    fact("overrides", "user_\u202Eevil\u2066 %0A::error::d"),
                    fact("half a pair", "\uD800"),
                    fact("a long line", "x".repeat(5_000)))
                .at(new Location("A,b:c.java", 31)));
    GradedSubmission graded = graded(List.of(), result);
    return new GradedSubmission(
        name,
        graded.grade(),
        graded.problems(),
        graded.broker(),
        graded.seed(),
        graded.duration(),
        graded.timings());
  }

  /** The same grading of another folder. */
  public static GradedSubmission named(String submission) {
    GradedSubmission graded = mixed();
    return new GradedSubmission(
        submission,
        graded.grade(),
        graded.problems(),
        graded.broker(),
        graded.seed(),
        graded.duration(),
        graded.timings());
  }

  /** So many failures, each with a text of so many characters. */
  public static GradedSubmission failures(int count, String text) {
    return graded(
        List.of(),
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    result(
                        "failure." + i,
                        Task.PRODUCER,
                        1,
                        "it is there",
                        FAILED,
                        0,
                        null,
                        Feedback.of("It is not.", "", fact("seen", text))))
            .toArray(CriterionResult[]::new));
  }

  /** The grader had failed at first, and judged it once more. */
  public static GradedSubmission triedTwice() {
    return graded(List.of(), Results.triedTimes(2, PASS));
  }

  /** One of two criteria has ended so far. */
  public static GradedSubmission unfinished() {
    GradedSubmission graded = graded(List.of(), PASS);
    CriterionInfo next = new CriterionInfo("group.rebalance", Task.GROUP, 4, "they come and go");
    return new GradedSubmission(
        graded.submission(),
        new Grade(List.of(PASS.criterion(), next), graded.grade().results()),
        graded.problems(),
        graded.broker(),
        "sandbox",
        graded.seed(),
        graded.duration(),
        graded.timings(),
        List.of(),
        Instant.ofEpochSecond(1_764_835_200),
        List.of("This machine was very busy.", "It was <suspended>."));
  }

  /** Everything that can be drawn, of users that mean no good. */
  public static GradedSubmission withExhibits() {
    Timeline timeline =
        new Timeline(
            List.of(
                new Step("member 1", StepKind.STARTED, -1, -1, -1, null, null),
                new Step("member 1", StepKind.READ, 1, 0, 9, null, null),
                new Step(
                    "member 1", StepKind.COMMITTED, 1, 10, 10, null, "<b>0</b> was not handled")));
    List<Exhibit> exhibits =
        List.of(
            new Messages(
                3,
                List.of(
                    new Message(0, 0, "<i>ada</i>", Instant.EPOCH),
                    new Message(2, 7, null, Instant.EPOCH))),
            new Story(1, timeline),
            new Owners(
                List.of(
                    new Phase("two members", List.of("member 1", "member 2", "member 1")),
                    new Phase("A member was killed", List.of("", "member 2", "member 2")))));
    return graded(List.of(), Results.showing(exhibits, PASS));
  }

  /** One criterion of each outcome. */
  public static GradedSubmission everyOutcome() {
    return graded(
        List.of(), PASS, FAILURE, BLOCKED_ONE, LESSON, STUB, INFRASTRUCTURE_ONE, OBSERVED, BONUS);
  }

  /** Messages of 40 users in three partitions. */
  public static GradedSubmission withMessages(int count) {
    return withMessages(count, 40);
  }

  public static GradedSubmission withMessages(int count, int users) {
    List<Message> messages =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Message(
                        i % 3,
                        i / 3,
                        "user_" + i % users,
                        Instant.ofEpochSecond(1_764_835_200L + i)))
            .toList();
    return graded(
        List.of(),
        Results.showing(
            List.of(new Messages(3, messages)),
            Results.result(
                new CriterionInfo("producer.key-affinity", Task.PRODUCER, 8, "the key is the user"),
                new Passed(),
                Duration.ZERO)));
  }

  public static List<GradedSubmission> all() {
    return List.of(
        mixed(),
        lessons(),
        withDeliverables(),
        incomplete(),
        notGradable(),
        hostile(),
        triedTwice(),
        withExhibits(),
        everyOutcome(),
        unfinished());
  }

  public static GradedSubmission incomplete() {
    return graded(List.of(), PASS, INFRASTRUCTURE_ONE);
  }

  public static GradedSubmission notGradable() {
    return graded(
        List.of(
            Feedback.of("';' expected.", "Add it.").at(new Location("A.java", 3)),
            Feedback.of("There is no class B.", "")));
  }

  private static GradedSubmission graded(List<Feedback> problems, CriterionResult... results) {
    Map<String, Duration> timings = new LinkedHashMap<>();
    timings.put("compile", Duration.ofMillis(1_500));
    timings.put("start the broker", Duration.ofMillis(800));
    return new GradedSubmission(
        "ada",
        new Grade(List.of(results)),
        problems,
        new UsedBroker("embedded", "4.1.0", ""),
        42,
        Duration.ofMillis(12_345),
        timings);
  }

  private static CriterionResult result(
      String id,
      Task task,
      int most,
      String title,
      OutcomeKind outcome,
      int points,
      @Nullable String blocker,
      @Nullable Feedback feedback) {
    return Results.result(
        new CriterionInfo(id, task, most, title),
        Results.outcome(outcome, points, blocker, feedback),
        Duration.ofMillis(1_250));
  }
}
