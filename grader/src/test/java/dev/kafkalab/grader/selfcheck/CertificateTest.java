package dev.kafkalab.grader.selfcheck;

import static dev.kafkalab.grader.selfcheck.Trials.certificate;
import static dev.kafkalab.grader.selfcheck.Trials.checked;
import static dev.kafkalab.grader.selfcheck.Trials.known;
import static dev.kafkalab.grader.selfcheck.Trials.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Expectation;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificateTest {

  private static final KnownSubmission GOOD = known(Proof.GOOD, "odd-one", Map.of());
  private static final KnownSubmission BAD =
      known(
          Proof.BAD, "no-acks", Map.of("producer.acks", new Expectation(OutcomeKind.FAILED, null)));
  private static final CriterionResult REFUSED =
      result("producer.acks", OutcomeKind.FAILED, 0, "acks is 1");
  private static final CriterionResult PASSED = result("producer.acks", OutcomeKind.PASSED, 4, "");

  @Test
  void aMatrixWithoutFaultsReadsWordForWord() {
    assertThat(CertificateText.of(certificate(checked(BAD, REFUSED), checked(GOOD, PASSED))))
        .isEqualTo(
            """
            criterion                   right  wrongly failed  wrongly passed  misjudged  not judged
            producer.acks                   2               0               0          0           0
            all                             2               0               0          0           0

            2 known submissions, 2 verdicts: all are right. Seed 42, 61 s.
            """);
  }

  @Test
  void eachWrongVerdictIsShownWithItsSeedAndWhatWasSeen() {
    assertThat(
            CertificateText.of(
                certificate(
                    checked(BAD, result("producer.acks", OutcomeKind.PASSED, 4, "")),
                    checked(GOOD, result("producer.acks", OutcomeKind.FAILED, 1, "acks is 1")))))
        .isEqualTo(
            """
            criterion                   right  wrongly failed  wrongly passed  misjudged  not judged
            producer.acks                   0               1               1          0           0
            all                             0               1               1          0           0

            bad/no-acks (about no-acks), seed 7
              producer.acks: wrongly passed, expected FAILED, got PASSED with 4 points

            good/odd-one (about odd-one), seed 7
              producer.acks: wrongly failed, expected PASSED, got FAILED with 1 points
                acks is 1
                → do better

            2 known submissions, 2 verdicts: 2 submissions with wrong verdicts or feedback. Seed 42, 61 s.
            """);
  }

  @Test
  void validityEndsWithWhatWasDoneToTheMachine() throws IOException {
    JsonNode right = json(certificate(Plan.Extent.SELFCHECK, checked(BAD, REFUSED)));

    assertThat(ValidityDocument.of(List.of(right), "| a | b |\n|---|---|\n| no disk | 4 |\n\n"))
        .startsWith(ValidityDocument.of(List.of(right)))
        .endsWith("costs a student points.\n\n| a | b |\n|---|---|\n| no disk | 4 |\n");
  }

  @Test
  void theDocumentTellsTheMatrixAndHowToRepeatIt() throws IOException {
    JsonNode right = json(certificate(checked(BAD, REFUSED), checked(GOOD, PASSED)));

    assertThat(ValidityDocument.of(List.of(right)))
        .contains(
            "| criterion | right | wrongly failed | wrongly passed | misjudged | not judged |",
            "| `producer.acks` | 2 | 0 | 0 | 0 | 0 |",
            "2 gradings, 2 verdicts, none wrong.",
            "- 2 gradings in 61 s, at commit 0123abc. 2 cores, 24 GiB, Java 17.0.1, Linux on amd64; "
                + "2026-11-25. To repeat it: `./lab selfcheck --at-once 3 --seed 42 --json FILE`")
        .doesNotContain("under load");
  }

  @Test
  void soaksAreAddedUpAndBoundTheRateOfFlips() throws IOException {
    JsonNode soak =
        json(certificate(Plan.Extent.SOAK, checked(BAD, REFUSED), checked(GOOD, PASSED)));

    assertThat(ValidityDocument.of(List.of(soak, soak)))
        .contains(
            "4 gradings with different seeds, 2 of them complete gradings of right solutions",
            "| `producer.acks` | 4 | 0 | 0 | 0 | 0 |",
            "No flip in 4 verdicts.",
            "below 75.00 % of gradings and 75.000 % of verdicts",
            "`./lab soak --at-once 3 --seed 42 --json FILE`");
  }

  @Test
  void theDocumentCountsFlipsAndNamesEach() throws IOException {
    JsonNode wrong =
        json(
            certificate(
                Plan.Extent.SOAK,
                checked(GOOD, result("producer.acks", OutcomeKind.FAILED, 1, "acks is 1"))));

    assertThat(ValidityDocument.of(List.of(wrong)))
        .contains(
            "1 of 1 verdicts flipped: 100.000 %.",
            "- Wrong: `good/odd-one`, seed 7, `producer.acks`: FAILED instead of PASSED. acks is 1");
  }

  @Test
  void whatIsMendedIsToldApartFromWhatWasSeenSince() throws IOException {
    CriterionResult failed = result("producer.acks", OutcomeKind.FAILED, 1, "acks is 1");
    JsonNode right = json(certificate(Plan.Extent.SOAK, checked(GOOD, PASSED)));
    JsonNode wrong = json(certificate(Plan.Extent.SOAK, checked(GOOD, failed)));

    assertThat(ValidityDocument.of(List.of(right, wrong, right, right)))
        .contains(
            "2 gradings with different seeds",
            "No flip in 2 verdicts.",
            """
            ## Before the last wrong verdict was fixed

            2 gradings, 2 of them complete gradings of right solutions. 1 of 2 verdicts flipped: 50.000 %.

            - 1 gradings in 61 s, at commit 0123abc.""",
            "- Wrong: `good/odd-one`, seed 7");
  }

  @Test
  void whatASelfcheckFoundStandsAmongWhatIsMended() throws IOException {
    CriterionResult failed = result("producer.acks", OutcomeKind.FAILED, 1, "acks is 1");
    JsonNode soak = json(certificate(Plan.Extent.SOAK, checked(GOOD, PASSED)));
    JsonNode found = json(certificate(checked(GOOD, failed)));
    JsonNode right = json(certificate(checked(BAD, REFUSED), checked(GOOD, PASSED)));

    assertThat(ValidityDocument.of(List.of(soak, found, right, soak, soak)))
        .contains(
            "2 gradings, 2 verdicts, none wrong.",
            "2 gradings with different seeds",
            """
            ## Before the last wrong verdict was fixed

            1 gradings, 1 of them complete gradings of right solutions. No flip in 1 verdicts.""",
            "- Selfcheck: 1 gradings in 61 s, at commit 0123abc.",
            "- Wrong: `good/odd-one`, seed 7")
        .doesNotContain("1 gradings, 1 verdicts, 1 wrong");
  }

  @Test
  void withoutASoakNothingIsShownToBeMended() throws IOException {
    CriterionResult failed = result("producer.acks", OutcomeKind.FAILED, 1, "acks is 1");
    JsonNode wrong = json(certificate(Plan.Extent.SOAK, checked(GOOD, failed)));
    JsonNode right = json(certificate(checked(BAD, REFUSED), checked(GOOD, PASSED)));

    assertThat(ValidityDocument.of(List.of(wrong, right)))
        .contains("1 of 1 verdicts flipped: 100.000 %.")
        .doesNotContain("Before the last");
  }

  private static JsonNode json(Certificate certificate) throws IOException {
    return new ObjectMapper().readTree(CertificateJson.of(certificate));
  }
}
