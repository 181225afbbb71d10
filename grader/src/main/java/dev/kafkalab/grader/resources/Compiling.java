package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.studentvm.launch.ChildClassPath;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.SubmissionCompiler;
import dev.kafkalab.grader.submission.compiler.CompilerFault;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Compiles a submission, and tries that again where it failed by no fault of the sources. */
@FunctionalInterface
public interface Compiling {

  /**
   * Compiles it once.
   *
   * @param attempt which try this is, from 1
   * @throws CompilerFault where the compiler failed, or the machine
   * @throws UncheckedIOException where the disk did
   */
  PreparedSubmission once(int attempt);

  /**
   * Compiles the sources of a folder.
   *
   * @param classes where the classes of each try go
   */
  static Compiling of(Path submission, IntFunction<Path> classes) {
    SubmissionCompiler compiler =
        new SubmissionCompiler(ChildClassPath.forSubmissions(), CompilerLimits.USUAL);
    return attempt -> compiler.prepare(submission, classes.apply(attempt));
  }

  /** Compiles it, again where that was no fault of the sources, while somebody wants it. */
  default PreparedSubmission atMost(int tries, BooleanSupplier wanted) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(attempt);
      } catch (CompilerFault | UncheckedIOException e) {
        if (attempt == tries || !wanted.getAsBoolean()) {
          throw e;
        }
      }
    }
  }
}
