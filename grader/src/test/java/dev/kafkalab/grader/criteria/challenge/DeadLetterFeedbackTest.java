package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.record;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.grader.criteria.poison.Place;
import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeadLetterFeedbackTest {

  private static final Location LINE = new Location("Consumer.java", 40);
  private static final Place PLACE =
      new Place(new TopicPartition("events", 1), 5, Draft.keyed("k", "{bad}".getBytes(UTF_8)));
  private static final String LETTER =
      "A dead letter is a copy of the record: the same key and value, plus headers that say where it came from.";
  private static final String BYTES =
      "A key is bytes, or missing: copy it as it is. Text that was decoded and encoded again is no longer the same.";

  @Test
  void saysWhoseNameTheTopicHas() {
    Feedback feedback = DeadLetterFeedback.otherTopic("given", "events-dead-letter");

    assertReads(
        feedback,
        "Dead letters should go to the topic 'given', but your code asked the broker for 'events-dead-letter'.",
        "settings.deadLetterTopic() has the name: whoever runs your code has chosen it and created the topic.",
        "expected topic",
        "given",
        "asked for",
        "events-dead-letter");
    assertBelief(feedback, Misconception.NAME_WRITTEN_INTO_THE_CODE, null);
  }

  @Test
  void saysThatALetterWentToTheTopicOfAnotherConsumer() {
    assertReads(
        DeadLetterFeedback.topicOfAnother("letters-1", "letters-2"),
        "Two consumers ran in one program, each with a dead-letter topic of its own, and a dead letter of one of them went to the topic of the other.",
        "Keep the settings, and what sends dead letters, in fields of each object: static ones are shared by all.",
        "expected topic",
        "letters-1",
        "topic of the other",
        "letters-2");
  }

  @Test
  void saysWhichEventWasHandledAgain() {
    assertReads(
        DeadLetterFeedback.wentBack(new PublishedEvent(LOGOUT, new TopicPartition("events", 2), 4)),
        "The broker rejected a dead letter, and the consumer then handled events again that it had handled and committed long before.",
        "Go back to the record whose letter was rejected, by its own offset, and not further.",
        "handled again",
        "partition 2, offset 4");
  }

  @Test
  void saysThatARefusedLetterWasNeverSentAgain() {
    assertReads(
        DeadLetterFeedback.neverTriedAgain(PLACE),
        "The broker rejected a dead letter and then took letters again, but this one was not sent again, and run() did not end: the record waits for ever.",
        "Try a rejected letter again within ten seconds, or let the exception end run(), so that somebody notices.",
        "malformed record",
        "partition 1, offset 5");
  }

  @Test
  void saysWhichCommitDidNotWaitForTheDeadLetter() {
    Feedback feedback = DeadLetterFeedback.committedUnanswered(5, 7, LINE);

    assertReads(
        feedback,
        "The offset of a malformed record was committed before the broker had confirmed its dead letter: a crash now would lose the record.",
        "",
        "malformed record",
        "partition 1, offset 5",
        "committed",
        "partition 1 up to offset 7");
    assertBelief(feedback, Misconception.DEAD_LETTER_NOT_AWAITED, LINE);
  }

  @Test
  void saysWhichCommitPassedARefusedDeadLetter() {
    Feedback feedback = DeadLetterFeedback.committedRefused(5, 7, LINE);

    assertReads(
        feedback,
        "The broker rejected a dead letter, but the offset of its malformed record was committed anyway: the record is lost.",
        "If a dead letter cannot be sent, do not commit past its record, however often it was tried: retry later, or let the exception end run().",
        "malformed record",
        "partition 1, offset 5",
        "committed",
        "partition 1 up to offset 7");
    assertBelief(feedback, Misconception.DEAD_LETTER_NOT_AWAITED, LINE);
  }

  @Test
  void saysWhichRecordHasNoDeadLetterAndWhichHasTwo() {
    assertReads(
        DeadLetterFeedback.noLetter(PLACE),
        "A malformed record ('{bad}') should be in the dead-letter topic, byte for byte, but it is not there.",
        LETTER,
        "malformed record",
        "partition 1, offset 5");
    assertReads(
        DeadLetterFeedback.sentTwice(PLACE),
        "A malformed record ('{bad}') should have one dead letter, but has several, sent right after each other.",
        "Send a letter again only if its delivery has failed.",
        "malformed record",
        "partition 1, offset 5");
  }

  @Test
  void saysWhichLetterIsTheCopyOfNoMalformedRecord() {
    assertReads(
        DeadLetterFeedback.letterForAnEvent(record("user_7", LOGOUT_JSON)),
        "A record in the dead-letter topic is the copy of no malformed record.",
        "Only malformed records go there, each as it was: an event that was handled has no dead letter.",
        "dead letter",
        "partition 2, offset 17");
  }

  @Test
  void showsKeysAsBytes() {
    assertReads(
        DeadLetterFeedback.otherKey(PLACE, new byte[] {0, (byte) 0xFF}),
        "The dead letter for a malformed record ('{bad}') should keep its key, but has a different one.",
        BYTES,
        "malformed record",
        "partition 1, offset 5",
        "its key",
        "bytes 6b",
        "key of the letter",
        "bytes 00 ff");
    assertReads(
        DeadLetterFeedback.otherKey(PLACE, null),
        "The dead letter for a malformed record ('{bad}') should keep its key, but has a different one.",
        BYTES,
        "malformed record",
        "partition 1, offset 5",
        "its key",
        "bytes 6b",
        "key of the letter",
        "none");
  }

  @Test
  void saysWhichHeaderIsMissing() {
    assertReads(
        DeadLetterFeedback.header("dlq.offset", "5", ""),
        "The header 'dlq.offset' of a dead letter should say where the record came from or why it is malformed.",
        LETTER,
        "expected",
        "5",
        "got",
        "no such header");
  }
}
