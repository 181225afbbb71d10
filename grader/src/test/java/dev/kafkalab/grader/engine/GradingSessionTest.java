package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingSessionTest {

  @TempDir private Path folder;

  @AfterEach
  void forgetProperties() {
    Stream.of("criteria", "seed", "grader.broker").forEach(System::clearProperty);
  }

  @Test
  void whatJUnitHasNotRunIsOursAndKeepsItsPoints() {
    GradingRequest request =
        new GradingRequest(
            folder,
            Set.of("topic.created", "producer.acks"),
            BrokerChoice.EMBEDDED,
            1,
            Pace.AMONG_OTHERS);
    try (GradingSession session = GradingSession.open(request)) {
      GradedSubmission graded = session.finish(new IllegalStateException("no such engine"));

      assertThat(graded.isFinished()).isTrue();
      assertThat(graded.grade().isIncomplete()).isTrue();
      assertThat(graded.grade().maxScore()).isEqualTo(9);
      assertThat(graded.grade().results())
          .extracting(CriterionResult::kind)
          .containsExactly(OutcomeKind.INFRASTRUCTURE, OutcomeKind.INFRASTRUCTURE);
      assertThat(graded.grade().results())
          .extracting(CriterionResult::feedback)
          .extracting(Feedback::message)
          .containsOnly("JUnit did not run this: java.lang.IllegalStateException: no such engine.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "criteria, producer.ack, There is no criterion 'producer.ack'",
    "criteria, 'topic.created,producer.ack', There is no criterion 'producer.ack'",
    "seed, 12a, 'The seed must be a whole number, but ''12a'' is not'",
    "grader.broker, embeded, 'embeded'' is not a broker'"
  })
  void propertiesThatSayWhatCannotBeAreRefused(String name, String value, String message) {
    System.setProperty(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradingRequest.ofTestClass(GradingSessionTest.class))
        .withMessageContaining(message);
  }
}
