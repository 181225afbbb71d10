package dev.kafkalab.grader.criteria.program;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentApp.Signal;
import dev.kafkalab.grader.studentvm.StudentFailures;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShutdownFeedbackTest {

  private static final List<Fact> FACTS = List.of(fact("signal", Signal.SIGINT));

  @Test
  void saysThatThereIsNoProgram() {
    assertReads(
        ShutdownFeedback.missing("class", "a.App"),
        "The lab asks for a program a.App, but there is no such class.",
        "Keep the name and the package of the template: the grader finds the program by them.");
  }

  @Test
  void saysThatThereIsNoMain() {
    assertReads(
        ShutdownFeedback.missing("main", "a.App"),
        "a.App has no method public static void main(String[]), so it cannot be run.",
        "Keep the signature of the template's main method.");
  }

  @Test
  void saysThatTheProgramEndedByItself() {
    assertReads(
        ShutdownFeedback.endedByItself(
            new JvmEnd(JvmEnd.Cause.ENDED_ITSELF, 1, null), List.of("bye")),
        "ConsumerApp should read until it is told to stop, but it ended by itself.",
        "main() must stay in run(), or another non-daemon thread of yours must.",
        "exit code",
        "1",
        "last output",
        "bye");
  }

  @Test
  void saysThatTheTopicWasNotRead() {
    assertReads(
        ShutdownFeedback.neverRead(
            "user-events",
            "none",
            new Offsets(
                Map.of(
                    new TopicPartition("user-events", 0), 4L, new TopicPartition("other", 1), 1L)),
            new Offsets(
                Map.of(
                    new TopicPartition("user-events", 0),
                    4L,
                    new TopicPartition("user-events", 1),
                    5L)),
            List.of()),
        "ConsumerApp was started with a broker's address and a group, but it did not read the whole topic 'user-events'.",
        "The first argument is the broker, the second is the group; the topic's name comes from LabSettings.forBroker.",
        "group joined",
        "none",
        "read up to, by partition",
        "{0=4}",
        "end of the topic",
        "{0=4, 1=5}");
  }

  @Test
  void tellsThatThereIsNoHook() {
    assertReads(
        ShutdownFeedback.noHook(FACTS),
        "The signal ended the process at once: it did not leave its group, and the broker had not yet responded to its last commit.",
        "On a signal, the JVM ends without running any of your code, except the threads passed to Runtime.addShutdownHook.",
        "signal",
        "SIGINT");
    assertThat(ShutdownFeedback.noHook(FACTS).misconception())
        .isEqualTo(Misconception.GROUP_NEVER_LEFT);
  }

  @Test
  void tellsThatTheHookDidNotWait() {
    assertReads(
        ShutdownFeedback.didNotWait(FACTS),
        "The process ended before the broker had responded to its last commit: the shutdown "
            + "hook returned while run() was still working.",
        "The process ends when its shutdown hooks have returned, whatever other threads are "
            + "doing: after stop(), the hook must wait until run() has returned, but not forever.",
        "signal",
        "SIGINT");
    assertThat(ShutdownFeedback.didNotWait(FACTS).misconception())
        .isEqualTo(Misconception.EXIT_WITHOUT_WAITING);
  }

  @Test
  void tellsWhereTheProgramStands() {
    assertReads(
        ShutdownFeedback.doesNotEnd(
            StudentFailures.didNotReturn("ConsumerApp.main()", "KafkaConsumer.poll", null),
            Signal.SIGTERM,
            List.of(),
            Recorded.NOTHING),
        "ConsumerApp should end within 5 s of the signal, but it was still running after 12 s.",
        "The hook calls stop() and waits for run(): does the loop in run() notice stop(), even while poll() is waiting?",
        "signal",
        "SIGTERM",
        "is in",
        "KafkaConsumer.poll");
  }

  @Test
  void tellsThatExitWaitsForItself() {
    assertThat(
            ShutdownFeedback.doesNotEnd(
                    StudentFailures.didNotReturn("ConsumerApp.main()", "System.exit", null),
                    Signal.SIGTERM,
                    List.of(),
                    Recorded.NOTHING)
                .hint())
        .isEqualTo(
            "System.exit waits for the shutdown hooks to return: if a hook calls it, it waits for itself.");
  }

  @Test
  void tellsThatTheGroupWasNeverLeft() {
    Feedback feedback = ShutdownFeedback.neverLeft(FACTS, new Recorded().poll(0, 1, 2).lines());

    assertReads(feedback, "ConsumerApp ended without leaving its group.", "", "signal", "SIGINT");
    assertBelief(feedback, Misconception.GROUP_NEVER_LEFT, Recorded.line(1));
    assertBelief(
        ShutdownFeedback.neverLeft(FACTS, new Recorded().poll(0, 1, 2).call(Api.CLOSE).lines()),
        Misconception.GROUP_NEVER_LEFT,
        Recorded.line(2));
  }

  @Test
  void showsWhatWasHandledAndWhatWasCommitted() {
    assertReads(
        ShutdownFeedback.commitsBehind(
            FACTS,
            Offsets.at(partition(1), 3),
            new Offsets(Map.of(partition(1), 5L, partition(0), 4L))),
        "ConsumerApp ended in time and left its group, but its committed offsets do not match what it had handled.",
        "After the loop in run() ends, and before you close the consumer, commit what was handled since the last commit.",
        "signal",
        "SIGINT",
        "end of the topic, by partition",
        "{0=4, 1=5}",
        "committed",
        "{1=3}");
  }

  @Test
  void namesTheGroupThatWasGivenAndTheOneThatWasJoined() {
    Feedback feedback = ShutdownFeedback.otherGroup("given", "mine", Recorded.NOTHING);

    assertReads(
        feedback,
        "ConsumerApp was started with the group 'given' as its second argument, but it joined 'mine'.",
        "Programs that share the work are started with the same group: create LabSettings with that argument as its groupId.");
    assertBelief(feedback, Misconception.NAME_WRITTEN_INTO_THE_CODE, null);
  }

  @Test
  void tellsThatTheHookGaveUpTooSoon() {
    Feedback feedback = ShutdownFeedback.gaveUp(List.of(), new Recorded().poll(0, 1, 2).lines());

    assertReads(
        feedback,
        "ConsumerApp ended without leaving its group: the shutdown hook returned while run() was still working.",
        "");
    assertBelief(feedback, Misconception.EXIT_WITHOUT_WAITING, Recorded.line(1));
  }
}
