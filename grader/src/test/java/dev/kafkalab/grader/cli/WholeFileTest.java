package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void itTakesThePlaceOfWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "a longer text than the new one");

    WholeFile.write(file, "é");

    assertThat(file).hasContent("é");
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void halfACharacterDoesNotKeepAReportFromBeingWritten() {
    Path file = folder.resolve("report");

    WholeFile.write(file, "a\uD800b");

    assertThat(file).hasContent("a?b");
  }
}
