package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import org.junit.jupiter.api.Test;

class TopicFeedbackTest {

  @Test
  void saysWhatTheSecondCallThrewAndWhere() {
    Location line = new Location("Topic.java", 12);
    Feedback feedback =
        TopicFeedback.notIdempotent(
            threw("createTopic()", "TopicExistsException: it is there", line));

    assertReads(
        feedback,
        "createTopic() should do nothing when the topic is there, and threw TopicExistsException: it is there.",
        "A topic that exists already is what you wanted: treat the cause TopicExistsException as success.");
    assertThat(feedback.location()).isEqualTo(line);
  }
}
