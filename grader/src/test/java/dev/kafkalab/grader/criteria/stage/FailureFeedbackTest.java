package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.studentvm.StudentFailures.didNotReturn;
import static dev.kafkalab.grader.studentvm.StudentFailures.jvmEnded;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureFeedbackTest {

  private static final Location LINE = new Location("Consumer.java", 40);

  @Test
  void saysWhatACallThrew() {
    assertReads(
        FailureFeedback.of(threw("send()", "TimeoutException: late", null)),
        "send() should return normally, but it threw TimeoutException: late.",
        "Find out which of your lines does not catch this exception, and what it should do instead.");
  }

  @ParameterizedTest
  @CsvSource({
    "'IllegalStateException: Consumer is not subscribed to any topics or assigned any partitions', poll() was called before subscribe()",
    "InvalidGroupIdException: To use the group management, The consumer has no group.id",
    "ConcurrentModificationException: KafkaConsumer is not safe for multi-threaded access., Only wakeup() may be called from another thread",
    "ConfigException: Must set acks to all in order to use the idempotent producer., Two settings contradict each other",
    "ConfigException: Invalid value beginning for configuration auto.offset.reset, The message names the setting",
    "SerializationException: Can't convert value of class X to class Y, The types do not agree"
  })
  void saysWhatToDoAboutAnExceptionOfKafkas(String thrown, String hint) {
    assertThat(FailureFeedback.of(threw("run()", thrown, null)).hint()).startsWith(hint);
  }

  @Test
  void saysWhatACallStoodIn() {
    assertReads(
        FailureFeedback.of(didNotReturn("close()", "KafkaProducer.flush", null)),
        "close() should return, but it had not returned after 12 s (it was in KafkaProducer.flush).",
        "Check what this line waits for, and whether it is in an endless loop.");
  }

  @Test
  void leavesOutWhatACallStoodInWhereItIsUnknown() {
    assertReads(
        FailureFeedback.of(didNotReturn("close()", "", null)),
        "close() should return, but it had not returned after 12 s.",
        "Check what this line waits for, and whether it is in an endless loop.");
  }

  @Test
  void namesTheLineWhereItIsKnown() {
    assertThat(FailureFeedback.of(threw("send()", "X", LINE)).location()).isEqualTo(LINE);
    assertThat(FailureFeedback.of(didNotReturn("send()", "", LINE)).location()).isEqualTo(LINE);
    assertThat(FailureFeedback.of(jvmEnded(new JvmEnd(Cause.ENDED_ITSELF, 1, LINE))).location())
        .isEqualTo(LINE);
  }

  @Test
  void saysThatRunReturnedByItself() {
    assertReads(
        FailureFeedback.of(new RunReturned(null)),
        "run() returned although stop() had not been called.",
        "");
    assertBelief(
        FailureFeedback.of(new RunReturned(LINE)), Misconception.EMPTY_POLL_ENDS_THE_LOOP, LINE);
  }

  @Test
  void saysThatRunShouldHaveGoneOn() {
    assertReads(
        FailureFeedback.of(threw("run()", "KafkaException: no", null)),
        "run() should keep running until stop() is called, but it threw KafkaException: no.",
        "Find out which of your lines does not catch this exception, and what it should do instead.");
  }

  @Test
  void saysThatTheMemoryWasFilled() {
    assertReads(
        FailureFeedback.of(jvmEnded(new JvmEnd(Cause.OUT_OF_MEMORY, 3, null))),
        "Your code used up the memory of its JVM (160 MiB) and was stopped.",
        "Look for a list or map that grows with every record or every call.",
        "exit code",
        "3");
  }

  @Test
  void saysThatTooManyThreadsComputed() {
    assertReads(
        FailureFeedback.of(jvmEnded(new JvmEnd(Cause.FLOODED_THREADS, 137, null))),
        "Your code kept more than 200 threads busy at once and was stopped.",
        "Look for a loop that starts threads, or for threads that never wait: a pool with a fixed number of threads is enough.",
        "exit code",
        "137");
  }

  @Test
  void saysThatTooMuchWasPrintedAndShowsTheLastLines() {
    assertReads(
        FailureFeedback.of(
            jvmEnded(new JvmEnd(Cause.FLOODED_OUTPUT, 137, null), "1", "2", "3", "4", "5", "6")),
        "Your code printed more than 8 MiB and was stopped.",
        "Look for a loop that prints without waiting, or that prints the same error again and again.",
        "exit code",
        "137",
        "last output",
        "2\n3\n4\n5\n6");
  }

  @Test
  void saysThatSystemExitWasCalled() {
    assertReads(
        FailureFeedback.of(jvmEnded(new JvmEnd(Cause.ENDED_ITSELF, 1, LINE))),
        "Your code ended its own JVM by calling System.exit, so nothing after that could be judged.",
        "Never end the JVM from inside the lab's classes: throw an exception, or return, and let the caller decide.",
        "exit code",
        "1");
  }

  @Test
  void saysThatTheJvmEndedWhereNobodyKnowsHow() {
    assertReads(
        FailureFeedback.of(jvmEnded(new JvmEnd(Cause.ENDED_ITSELF, 134, null), "# SIGSEGV")),
        "Your code ended its own JVM, so nothing after that could be judged.",
        "Never end the JVM from inside the lab's classes: throw an exception, or return, and let the caller decide.",
        "exit code",
        "134",
        "last output",
        "# SIGSEGV");
  }

  @Test
  void refusesWhatIsNoFailureOfTheStudentsCode() {
    IllegalStateException ours = new IllegalStateException("ours");

    assertThatIllegalArgumentException().isThrownBy(() -> FailureFeedback.of(ours)).withCause(ours);
  }
}
