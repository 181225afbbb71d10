package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Contrast.Setting;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Proves that what sets a submission apart from the reference is seen while both run. */
@EnabledIf("thereIsAReference")
class CompareIT {

  private static final long SEED = GradingRequest.newSeed();

  static boolean thereIsAReference() {
    return Lab.hasReference();
  }

  @Test
  void autoCommitIsSeenInSettingsAndSteps(@TempDir Path submission, @TempDir Path reference) {
    Lab.known().stream()
        .filter(each -> each.toString().equals("bad/auto-commit-on-beside-commits-by-hand"))
        .findFirst()
        .orElseThrow()
        .write(Lab.REFERENCE, submission);
    Lab.writeReference(reference);

    Comparison comparison = Comparison.of(grade(submission), grade(reference));

    List<Pair> parted = comparison.parted();
    assertThat(parted)
        .as("seed %d", SEED)
        .extracting(pair -> pair.submission().criterion().id())
        .containsExactly("consumer.manual-commit");
    Pair commits = parted.get(0);
    assertThat(commits.submission().kind()).isEqualTo(OutcomeKind.FAILED);
    assertThat(commits.contrast().settings())
        .containsExactly(new Setting("consumer", "enable.auto.commit", "true", "false"));
    assertThat(commits.submission().usage().handled()).isPositive();
    assertThat(commits.reference().usage().commits()).isPositive();
    assertThat(commits.timelines().rows())
        .anyMatch(row -> row.submission() != null && row.submission().wrong() != null)
        .anyMatch(Row::isShared);
    assertThat(comparison.atNoCost().isEmpty()).isTrue();
  }

  private static GradedSubmission grade(Path folder) {
    return Grader.grade(
        new GradingRequest(
            folder,
            Set.of("consumer.manual-commit", "consumer.dispatches"),
            BrokerChoice.EMBEDDED,
            SEED,
            Pace.ALONE),
        (result, soFar) -> {});
  }
}
