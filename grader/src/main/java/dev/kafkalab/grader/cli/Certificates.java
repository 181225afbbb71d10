package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.selfcheck.Certificate;
import dev.kafkalab.grader.selfcheck.CertificateJson;
import dev.kafkalab.grader.selfcheck.CertificateText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Shows the results of grading known submissions. */
final class Certificates {

  private Certificates() {}

  /** Prints it, writes it to a file if one is named, and returns the exit code. */
  static int show(Certificate certificate, CommandLine command, @Nullable Path json) {
    command.getOut().print(CertificateText.of(certificate));
    command.getOut().flush();
    write(certificate, json);
    return (certificate.holds() ? ExitCode.GRADED : ExitCode.BELOW).number();
  }

  /** Writes it to a file if one is named; at any time the file holds a complete certificate. */
  static void write(Certificate certificate, @Nullable Path json) {
    if (json != null) {
      WholeFile.write(json, CertificateJson.of(certificate));
    }
  }
}
