package dev.kafkalab.grader.criteria.topic;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicFeedbackTest {

  private static final String ASK_FOR_SHAPE =
      "Pass the constants of TopicSetup to NewTopic: PARTITIONS and REPLICATION_FACTOR.";

  @Test
  void saysThatThereIsNoTopic() {
    assertReads(
        TopicFeedback.missing("events-1", Optional.empty()),
        "createTopic() returned, but the broker has no topic 'events-1'.",
        "Does your code call Admin.createTopics and wait for its result?");
  }

  @Test
  void namesTheOtherTopicThatWasAskedFor() {
    Feedback feedback = TopicFeedback.missing("events-1", Optional.of("user-events"));

    assertReads(
        feedback,
        "createTopic() should create the topic 'events-1', but it asked the broker for 'user-events'.",
        "",
        "expected topic",
        "events-1",
        "asked for",
        "user-events");
    assertThat(feedback.misconception()).isEqualTo(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  @Test
  void saysThatTheTopicOfAnotherSetupWasAskedFor() {
    assertReads(
        TopicFeedback.missingForAnother("events-1", "events-2"),
        "One program made a TopicSetup for each of two topics. createTopic() of the first should create its own topic, but it asked the broker for the topic of the second.",
        "Keep the settings in a final field of the object: a static field is the same one for all objects.",
        "expected topic",
        "events-1",
        "asked for",
        "events-2");
  }

  @Test
  void saysWhatShapeTheTopicHas() {
    assertReads(
        TopicFeedback.wrongPartitions("events-1", 1),
        "The topic should have 3 partitions but has 1.",
        ASK_FOR_SHAPE,
        "topic",
        "events-1");
    assertReads(
        TopicFeedback.wrongReplicas("events-1", 2),
        "Each partition should have 1 replica but has 2.",
        ASK_FOR_SHAPE,
        "topic",
        "events-1");
  }

  @Test
  void saysWhichSettingWasChanged() {
    assertReads(
        TopicFeedback.otherSetting("retention.ms", "1", "2"),
        "A topic existed, and createTopic() changed its setting retention.ms.",
        "Leave an existing topic as it is, with its settings: somebody had a reason for them.",
        "before",
        "1",
        "after",
        "2");
  }

  @Test
  void saysThatTheSecondCallDidHarm() {
    assertReads(
        TopicFeedback.deleted("events-1"),
        "The second createTopic() deleted the topic 'events-1' and everything in it.",
        "Never delete in createTopic(): leave an existing topic as it is.");
    assertReads(
        TopicFeedback.replaced("events-1", 12),
        "The second createTopic() should change nothing, but the topic with its 12 records is no longer the same.",
        "Leave an existing topic as it is: do not delete it, and do not add partitions.",
        "topic",
        "events-1");
  }

  @Test
  void saysWhatTheSecondCallThrewAndWhere() {
    Location line = new Location("Topic.java", 12);
    Feedback feedback =
        TopicFeedback.notIdempotent(
            threw("createTopic()", "TopicExistsException: it is there", line));

    assertReads(
        feedback,
        "createTopic() should do nothing if the topic exists, but it threw TopicExistsException: it is there.",
        "A topic that already exists is what you wanted: if the cause is TopicExistsException, treat it as success.");
    assertThat(feedback.location()).isEqualTo(line);
  }

  @Test
  void saysThatItDidNotWait() {
    assertReads(
        TopicFeedback.tooEarly(),
        "createTopic() should return when the topic exists, but it returned before the broker had responded.",
        "Admin.createTopics only sends the request: wait for its result, on the thread that called createTopic().");
  }

  @Test
  void saysWhichFailureWentUnnoticed() {
    assertThat(TopicFeedback.refusalUnnoticed("a?").message())
        .isEqualTo(
            "Kafka does not allow the name 'a?', so the topic was not created, but createTopic() returned as if it had been.");
    assertThat(TopicFeedback.noBrokerUnnoticed().message())
        .startsWith("No broker could be reached");
    assertThat(TopicFeedback.noBrokerUnnoticed().hint()).contains("TopicExistsException");
  }

  @Test
  void saysThatAnotherTopicWasReshaped() {
    assertThat(TopicFeedback.reshaped(2, 3).message())
        .isEqualTo(
            "A topic existed with 2 partitions: createTopic() should leave it alone, but now it has 3.");
  }
}
