package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static dev.kafkalab.grader.studentvm.StudentFailures.didNotReturn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProgramFeedbackTest {

  @Test
  void aProgramThatEndsTooSoonShowsItsLastOutput() {
    Feedback feedback = ProgramFeedback.didNotWait(List.of("1", "2", "3", "4", "5", "6"));

    assertThat(feedback.message())
        .isEqualTo("ProducerApp ended before the broker had confirmed its events.");
    assertThat(feedback.facts()).containsExactly(fact("last output", "2\n3\n4\n5\n6"));
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_FLUSH);
  }

  @Test
  void aProgramWithoutOutputShowsNone() {
    assertThat(ProgramFeedback.sentNothing(List.of()).facts()).isEmpty();
  }

  @Test
  void eachOtherWayToBeWrongIsNamed() {
    assertThat(ProgramFeedback.missing("class").message()).endsWith("there is no such class.");
    assertThat(ProgramFeedback.doesNotEnd(didNotReturn("main()", "", null), List.of()).message())
        .endsWith("it was still running after 12 s.");
    assertThat(ProgramFeedback.exitCode(3, List.of()).message()).endsWith("but it was 3.");
    assertThat(ProgramFeedback.otherTopic("t", 2).message()).endsWith("but it has 2.");
    assertThat(ProgramFeedback.types(3, new TreeSet<>(Set.of("login", "logout"))).message())
        .isEqualTo(
            "ProducerApp should send events of the three types, but among its 3 there is no login and no logout.");
    assertThat(ProgramFeedback.withoutKeys().misconception())
        .isEqualTo(Misconception.KEY_IS_NOT_THE_USER);
  }
}
