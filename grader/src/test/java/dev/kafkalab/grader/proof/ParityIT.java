package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that nobody can tell from the verdicts what Kafka runs in. */
@EnabledIf("dev.kafkalab.grader.proof.Docker#answers")
class ParityIT {

  private static final long SEED = GradingRequest.newSeed();

  /** With {@code -Dproof.whole=true} all are graded, else every tenth one, as the seed has it. */
  private static final int EVERY =
      Boolean.getBoolean("proof.whole") ? 1 : Brief.IS_WANTED ? 20 : 10;

  /** What the two kinds of Kafka could differ in most; all where proofs need not be brief. */
  private static final Set<String> CRITERIA =
      Brief.IS_WANTED
          ? Set.of(
              "topic.created",
              "producer.ordering",
              "consumer.resumes",
              "group.distribution",
              "bonus.dead-letter")
          : Set.of();

  /** Returns a submission for each criterion that fails it, or else that does not pass it. */
  static List<KnownSubmission> broken() {
    Set<String> covered = new TreeSet<>();
    Set<KnownSubmission> chosen = new LinkedHashSet<>();
    cover(covered, chosen, KnownSubmission::failing);
    cover(covered, chosen, submission -> submission.expected().keySet());
    assertThat(covered).containsAll(LabRubric.criteria().stream().map(CriterionInfo::id).toList());
    List<KnownSubmission> all = List.copyOf(chosen);
    return IntStream.range(0, all.size())
        .filter(i -> (i + SEED) % EVERY == 0)
        .mapToObj(all::get)
        .toList();
  }

  private static void cover(
      Set<String> covered,
      Set<KnownSubmission> chosen,
      Function<KnownSubmission, Set<String>> criteria) {
    for (KnownSubmission submission : Lab.known(Proof.BAD)) {
      if (covered.addAll(criteria.apply(submission))) {
        chosen.add(submission);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenSubmissionFailsAlike(KnownSubmission submission, @TempDir Path folder) {
    submission.write(Lab.REFERENCE, folder);
    Map<String, String> verdicts = expectParity(folder, submission.criteria(false));

    submission.failing().forEach(id -> assertThat(verdicts.get(id)).startsWith("FAILED"));
  }

  @Test
  void theReferencePassesAlike(@TempDir Path folder) {
    Lab.writeReference(folder);
    Map<String, String> verdicts = expectParity(folder, CRITERIA);

    assertThat(verdicts.values()).allMatch(verdict -> verdict.startsWith("PASSED"));
  }

  @Test
  void theTemplateIsNotAttemptedAlike() {
    expectParity(Lab.TEMPLATE, CRITERIA);
  }

  /** These need signals, a kill, and several JVMs at once. */
  @Test
  void theReferencePassesInContainersOfItsOwn(@TempDir Path folder) {
    Lab.writeReference(folder);
    Set<String> criteria = Set.of("consumer.shutdown", "consumer.crash", "group.distribution");
    GradedSubmission graded =
        Grader.grade(
            new GradingRequest(folder, criteria, BrokerChoice.EMBEDDED, SEED, Pace.ALONE)
                .in(IsolationChoice.CONTAINER),
            (result, soFar) -> {});

    assertThat(graded.isolation()).isEqualTo("container");
    assertThat(verdicts(graded).values()).hasSize(3).allMatch(each -> each.startsWith("PASSED"));
  }

  private static Map<String, String> expectParity(Path folder, Set<String> criteria) {
    // Side by side: what one of them waits for lets the other one run.
    CompletableFuture<GradedSubmission> other =
        CompletableFuture.supplyAsync(() -> grade(folder, criteria, BrokerChoice.EMBEDDED));
    GradedSubmission container = grade(folder, criteria, BrokerChoice.CONTAINER);
    GradedSubmission embedded = other.join();

    assertThat(embedded.broker().kind()).isEqualTo("embedded");
    assertThat(container.broker().kind()).isEqualTo("container");
    assertThat(verdicts(container))
        .as(
            "embedded:\n%s\ncontainer:\n%s",
            ConsoleReport.of(embedded, Style.PLAIN), ConsoleReport.of(container, Style.PLAIN))
        .isEqualTo(verdicts(embedded));
    return verdicts(container);
  }

  private static GradedSubmission grade(Path folder, Set<String> criteria, BrokerChoice broker) {
    return Grader.grade(
        new GradingRequest(folder, criteria, broker, SEED, Pace.ALONE), (result, soFar) -> {});
  }

  private static Map<String, String> verdicts(GradedSubmission graded) {
    Map<String, String> verdicts = new TreeMap<>();
    graded
        .grade()
        .results()
        .forEach(
            result ->
                verdicts.put(
                    result.criterion().id(),
                    "%s, %d points, blocked by %s"
                        .formatted(result.kind(), result.points(), result.blocker())));
    return verdicts;
  }
}
