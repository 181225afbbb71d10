package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.BrokerChoice;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.rubric.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves the grader: each known submission gets exactly the verdicts that it deserves. */
@EnabledIf("thereIsAReference")
class KnownSubmissionsIT {

  /**
   * With {@code -Dproof.whole=true} all submissions are graded, each by all criteria that can see
   * its changes: half an hour. Else it is a sample, by those criteria that it is about.
   */
  private static final boolean WHOLE = Boolean.getBoolean("proof.whole");

  static boolean thereIsAReference() {
    return Reference.isThere();
  }

  static List<KnownSubmission> broken() {
    return WHOLE ? KnownSubmissions.broken() : KnownSubmissions.brokenSample();
  }

  static List<KnownSubmission> right() {
    return WHOLE ? KnownSubmissions.right() : KnownSubmissions.rightSample();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void failsJustTheRightCriterion(KnownSubmission submission, @TempDir Path folder) {
    expectVerdicts(submission, folder);
  }

  @ParameterizedTest
  @MethodSource("right")
  void passesWhatIsRightInAnotherWay(KnownSubmission submission, @TempDir Path folder) {
    expectVerdicts(submission, folder);
  }

  @ParameterizedTest
  @MethodSource("dev.kafkalab.grader.proof.KnownSubmissions#hostile")
  void gradesTheRestAndLeavesNothingRunning(KnownSubmission submission, @TempDir Path folder) {
    expectVerdicts(submission, folder);

    Awaitility.await("no process of the student's to be left").until(() -> leftRunning().isEmpty());
  }

  private static void expectVerdicts(KnownSubmission submission, Path folder) {
    Reference.write(submission.changes(), folder);
    Set<String> criteria = submission.criteria(WHOLE);
    GradingRequest request =
        new GradingRequest(
            folder, criteria, BrokerChoice.EMBEDDED, GradingRequest.newSeed(), false);

    GradedSubmission graded = Grader.grade(request, result -> {});

    List<CriterionResult> results =
        graded.grade().results().stream()
            .filter(result -> criteria.contains(result.criterion().id()))
            .toList();
    String report = ConsoleReport.of(graded, Style.PLAIN);
    assertThat(notPassed(results)).as(report).isEqualTo(submission.expected());
    assertThat(points(results)).as(report).containsAllEntriesOf(submission.points());
    submission
        .message()
        .forEach(part -> assertThat(failureMessages(results)).as(report).contains(part));
  }

  private static Map<String, Outcome> notPassed(List<CriterionResult> results) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    results.stream()
        .filter(result -> result.outcome() != Outcome.PASSED)
        .forEach(result -> outcomes.put(result.criterion().id(), result.outcome()));
    return outcomes;
  }

  private static Map<String, Integer> points(List<CriterionResult> results) {
    Map<String, Integer> points = new TreeMap<>();
    results.forEach(result -> points.put(result.criterion().id(), result.points()));
    return points;
  }

  private static String failureMessages(List<CriterionResult> results) {
    StringBuilder messages = new StringBuilder();
    for (CriterionResult result : results) {
      Feedback feedback = result.feedback();
      if (result.outcome() == Outcome.FAILED && feedback != null) {
        messages.append(feedback.message()).append('\n');
        feedback.facts().forEach(fact -> messages.append(fact.name()).append('\n'));
        feedback.facts().forEach(fact -> messages.append(fact.value()).append('\n'));
      }
    }
    return messages.toString();
  }

  private static List<ProcessHandle> leftRunning() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().filter(line -> line.contains("sleep 987")).isPresent())
        .toList();
  }
}
