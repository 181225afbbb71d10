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

  static boolean thereIsAReference() {
    return Path.of("..", "reference-solution").toFile().isDirectory();
  }

  @ParameterizedTest
  @MethodSource("dev.kafkalab.grader.proof.KnownSubmissions#broken")
  void failsJustTheRightCriterion(KnownSubmission submission, @TempDir Path folder) {
    expectVerdicts(submission, folder);
  }

  @ParameterizedTest
  @MethodSource("dev.kafkalab.grader.proof.KnownSubmissions#right")
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
    Edit.write(submission.edits(), folder);
    GradingRequest request =
        new GradingRequest(
            folder, Set.of(), BrokerChoice.EMBEDDED, GradingRequest.newSeed(), false);

    GradedSubmission graded = Grader.grade(request, result -> {});

    String report = ConsoleReport.of(graded, Style.PLAIN);
    assertThat(notPassed(graded)).as(report).isEqualTo(submission.expected());
    submission
        .message()
        .forEach(part -> assertThat(failureMessages(graded)).as(report).contains(part));
  }

  private static Map<String, Outcome> notPassed(GradedSubmission graded) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    graded.grade().results().stream()
        .filter(result -> result.outcome() != Outcome.PASSED)
        .forEach(result -> outcomes.put(result.criterion().id(), result.outcome()));
    return outcomes;
  }

  private static String failureMessages(GradedSubmission graded) {
    StringBuilder messages = new StringBuilder();
    for (CriterionResult result : graded.grade().results()) {
      Feedback feedback = result.feedback();
      if (result.outcome() == Outcome.FAILED && feedback != null) {
        messages.append(feedback.message()).append('\n');
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
