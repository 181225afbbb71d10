package dev.kafkalab.grader.criteria.program;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentApp.Signal;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what is wrong with how the consumer program ends. */
final class ShutdownFeedback {

  private static final int LAST_LINES = 5;

  private ShutdownFeedback() {}

  static Feedback missing(String what, String mainClass) {
    return what.equals("class")
        ? Feedback.of(
            "The lab asks for a program %s, but there is no such class.".formatted(mainClass),
            "Keep the name and the package of the template: the grader finds the program by them.")
        : Feedback.of(
            "%s has no method public static void main(String[]), so it cannot be run."
                .formatted(mainClass),
            "Keep the signature of the template's main method.");
  }

  static Feedback endedByItself(JvmEnd end, List<String> lastOutput) {
    List<Fact> facts = new ArrayList<>(List.of(fact("exit code", end.exitCode())));
    facts.addAll(output(lastOutput));
    return new Feedback(
        "ConsumerApp should read until it is told to stop, but it ended by itself.",
        "main() must stay in run(), or another non-daemon thread of yours must.",
        end.exitedAt(),
        facts);
  }

  static Feedback noTopic(String topic, List<String> lastOutput) {
    return Feedback.of(
            "ConsumerApp was started on a broker without topics, but it did not create its topic '%s'."
                .formatted(topic),
            "Call createTopic() of the lab's TopicSetup before you subscribe: at first there are no topics.")
        .and(output(lastOutput));
  }

  static Feedback otherTopic(String topic, int partitions) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "ConsumerApp should create its topic '%s' with 3 partitions, but it has %d.",
            topic,
            partitions),
        "");
  }

  static Feedback neverRead(
      String topic, String group, Offsets read, Offsets ends, List<String> lastOutput) {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact("group joined", group),
                fact("read up to, by partition", read.only(ends.byPartition().keySet()).byNumber()),
                fact("end of the topic", ends.byNumber())));
    facts.addAll(output(lastOutput));
    return new Feedback(
        "ConsumerApp was started with a broker's address and a group, but it did not read the whole topic '%s'."
            .formatted(topic),
        "The first argument is the broker, the second is the group; the topic's name comes from LabSettings.forBroker.",
        null,
        facts);
  }

  static Feedback noHook(List<Fact> facts) {
    return new Feedback(
            "The signal ended the process at once: it did not leave its group, and the broker had not yet responded to its last commit.",
            "On a signal, the JVM ends without running any of your code, except the threads passed to Runtime.addShutdownHook.",
            null,
            facts)
        .because(Misconception.GROUP_NEVER_LEFT);
  }

  static Feedback didNotWait(List<Fact> facts) {
    return new Feedback(
            "The process ended before the broker had responded to its last commit: "
                + "the shutdown hook returned while run() was still working.",
            "The process ends when its shutdown hooks have returned, whatever other threads are doing: "
                + "after stop(), the hook must wait until run() has returned, but not forever.",
            null,
            facts)
        .because(Misconception.EXIT_WITHOUT_WAITING);
  }

  static Feedback doesNotEnd(
      StudentFailure.DidNotReturn stuck, Signal signal, List<String> lastOutput, Lines lines) {
    List<Fact> facts = new ArrayList<>(List.of(fact("signal", signal)));
    if (!stuck.stoodIn().isEmpty()) {
      facts.add(fact("is in", stuck.stoodIn()));
    }
    facts.addAll(output(lastOutput));
    boolean exits = stuck.stoodIn().endsWith(".exit");
    String hint =
        exits
            ? "System.exit waits for the shutdown hooks to return: if a hook calls it, it waits for itself."
            : "The hook calls stop() and waits for run(): does the loop in run() notice stop(), even while poll() is waiting?";
    return new Feedback(
            String.format(
                Locale.ROOT,
                "ConsumerApp should end within 5 s of the signal, but it was still running after %d s.",
                stuck.waited().toSeconds()),
            hint,
            lines.poll(),
            facts)
        .at(stuck.location())
        .because(Misconception.STOP_IGNORED);
  }

  static Feedback neverLeft(List<Fact> facts, Lines lines) {
    return new Feedback(
            "ConsumerApp ended without leaving its group.", "", lines.closeOrPoll(), facts)
        .because(Misconception.GROUP_NEVER_LEFT);
  }

  static Feedback gaveUp(List<Fact> facts, Lines lines) {
    return new Feedback(
            "ConsumerApp ended without leaving its group: the shutdown hook returned while run() was still working.",
            "",
            lines.poll(),
            facts)
        .because(Misconception.EXIT_WITHOUT_WAITING);
  }

  static Feedback commitsBehind(List<Fact> facts, Offsets committed, Offsets handled) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(fact("end of the topic, by partition", handled.byNumber()));
    all.add(fact("committed", committed.byNumber()));
    return new Feedback(
        "ConsumerApp ended in time and left its group, but its committed offsets do not match what it had handled.",
        "After the loop in run() ends, and before you close the consumer, commit what was handled since the last commit.",
        null,
        all);
  }

  static Feedback otherGroup(String given, String joined, Lines lines) {
    return new Feedback(
            "ConsumerApp was started with the group '%s' as its second argument, but it joined '%s'."
                .formatted(given, joined),
            "Programs that share the work are started with the same group: create LabSettings with that argument as its groupId.",
            lines.making(joined),
            List.of())
        .because(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  private static List<Fact> output(List<String> lines) {
    int from = Math.max(0, lines.size() - LAST_LINES);
    return lines.isEmpty()
        ? List.of()
        : List.of(fact("last output", String.join("\n", lines.subList(from, lines.size()))));
  }
}
