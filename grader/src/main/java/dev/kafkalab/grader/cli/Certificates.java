package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.CertificateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Shows what came of grading known submissions. */
final class Certificates {

  private Certificates() {}

  /** Prints it, writes it to a file where one is named, and returns the exit code. */
  static int show(Certificate certificate, CommandLine command, @Nullable Path json)
      throws IOException {
    command.getOut().print(CertificateText.of(certificate));
    command.getOut().flush();
    if (json != null) {
      Files.writeString(json, CertificateJson.of(certificate));
    }
    return (certificate.holds() ? ExitCode.GRADED : ExitCode.BELOW).number();
  }
}
