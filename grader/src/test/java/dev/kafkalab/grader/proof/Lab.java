package dev.kafkalab.grader.proof;

import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import dev.kafkalab.grader.zoo.Zoo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What of this repository the proofs use. */
final class Lab {

  static final Path REFERENCE = Path.of("..", "reference-solution");
  static final Path TEMPLATE = Path.of("..", "student-template");

  private Lab() {}

  /** A course may hand out the repository without it. */
  static boolean hasReference() {
    return Files.isDirectory(REFERENCE);
  }

  static List<KnownSubmission> known() {
    try {
      return new Zoo(Path.of("zoo")).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<KnownSubmission> known(Proof kind) {
    return known().stream().filter(submission -> submission.kind() == kind).toList();
  }

  /** Writes the reference as it is. */
  static void writeReference(Path folder) {
    known(Proof.GOOD).stream()
        .filter(submission -> submission.changes().isEmpty())
        .findFirst()
        .orElseThrow()
        .write(REFERENCE, folder);
  }
}
