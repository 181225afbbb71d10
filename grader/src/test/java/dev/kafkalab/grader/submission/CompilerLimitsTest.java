package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.compiler.CompilerFault;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerLimitsTest {

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void aGoodSolution() throws IOException {
    anna = StudentFolder.in(temporary).withFactory();
  }

  @Test
  void expressionThatIsTooDeepForTheCompiler() throws IOException {
    int depth = 500_000;
    anna.withClass("Mine", "int deep = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";");

    assertThat(anna.onlyProblem())
        .isEqualTo(
            Feedback.of(
                "The compiler gave up on these sources: something in them is nested too deeply.",
                "Look for generated code, very long expressions and deeply nested calls, and split "
                    + "them into several statements."));
  }

  @Test
  void compilationThatTakesTooMuchProcessorTime() throws IOException {
    anna.withClass("Mine", muchToCompile());

    assertThat(prepare(new CompilerLimits(Duration.ZERO, Duration.ofMinutes(2))))
        .isInstanceOfSatisfying(
            PreparedSubmission.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Feedback::message)
                    .containsExactly(
                        "The compiler gave up on these sources: it had not finished after 0 s of processor "
                            + "time."));
  }

  @Test
  void compilationThatTheMachineHasNoTimeForIsNoFaultOfTheSources() throws IOException {
    anna.withClass("Mine", muchToCompile());

    assertThatExceptionOfType(CompilerFault.class)
        .isThrownBy(() -> prepare(new CompilerLimits(Duration.ofMinutes(2), Duration.ZERO)))
        .withMessageContaining("this machine is too busy");
  }

  /** A single one of these fields is compiled before the first look at the time. */
  private static String muchToCompile() {
    String deep = "-(1+".repeat(20_000) + "1" + ")".repeat(20_000);
    return IntStream.range(0, 6)
        .mapToObj(i -> "int deep" + i + " = " + deep + ";")
        .collect(Collectors.joining("\n"));
  }

  private PreparedSubmission prepare(CompilerLimits limits) {
    return new SubmissionCompiler(StudentFolder.labClassPath(), limits)
        .prepare(anna.folder(), anna.workDir());
  }

  @Test
  void classWhoseFileCannotBeNamed() throws IOException {
    String longName = "N".repeat(250);
    anna.withClass("Mine", "class " + longName + " {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo("The class file of Mine." + longName + " cannot be written.");
    assertThat(problem.hint())
        .isEqualTo(
            "Give the class and its enclosing classes shorter names: together they form the name "
                + "of a file.");
  }
}
