package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.doctor.Doctor;
import dev.kafkalab.grader.doctor.Finding;
import dev.kafkalab.grader.doctor.Finding.State;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what is there of what the lab needs, and what to do about the rest. */
@Command(
    name = "doctor",
    header = "Shows what is missing on this machine, what that costs, and what to type.",
    description =
        "Looks at Java, Maven, Docker, the machine, and the Kafka that your programs use. Changes "
            + "nothing.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:a grading can run here", "4:no grading can run here"})
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    boolean isPossible = true;
    for (Supplier<Finding> look : Doctor.looks()) {
      Finding finding = look.get();
      out.printf(
          Locale.ROOT, "%s  %-16s  %s%n", mark(finding.state()), finding.name(), finding.found());
      if (!finding.advice().isEmpty()) {
        out.printf(Locale.ROOT, "   %16s  %s%n", "", finding.advice());
      }
      out.flush();
      isPossible &= finding.state() != State.MISSING;
    }
    out.printf("%n%s%n", isPossible ? "A grading can run here." : "No grading can run here.");
    out.flush();
    return (isPossible ? ExitCode.GRADED : ExitCode.INFRASTRUCTURE).number();
  }

  private static String mark(State state) {
    return switch (state) {
      case FINE -> "✓";
      case LIMITED -> "·";
      case MISSING -> "✗";
    };
  }
}
