package dev.kafkalab.grader.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class NamedPathsTest {

  private final NamedPaths named = new NamedPaths(new CommandLine(new Main()));

  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("ada");

    assertThatThrownBy(() -> named.checkFolder(missing))
        .isInstanceOf(ParameterException.class)
        .hasMessage("The folder %s does not exist.", missing);
  }

  @Test
  void aFileIsNoSubmission() throws Exception {
    Path file = Files.createFile(folder.resolve("notes.txt"));

    assertThatThrownBy(() -> named.checkFolder(file))
        .isInstanceOf(ParameterException.class)
        .hasMessage("%s is a file: name the folder of the submission.", file);
  }

  @Test
  void aReportNeedsItsFolder() {
    Path file = folder.resolve("reports").resolve("ada.json");

    assertThatThrownBy(() -> named.checkReports(List.of(file)))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            "The report cannot be written to %s: the folder %s does not exist.",
            file, file.getParent());
  }

  @Test
  void aReportIsNoFolder() {
    assertThatThrownBy(() -> named.checkReports(List.of(folder)))
        .isInstanceOf(ParameterException.class)
        .hasMessage("The report cannot be written to %s: that is a folder.", folder);
  }

  /** Not even the administrator may write it. */
  @Test
  void aReportWhoseNameIsTooLongIsRefused() {
    Path file = folder.resolve("r".repeat(300));

    assertThatThrownBy(() -> named.checkReports(List.of(file)))
        .isInstanceOf(ParameterException.class)
        .hasMessageStartingWith("The report cannot be written to " + file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void twoReportsAreNotWrittenToTheSameFile() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("here"), folder);

    assertThatThrownBy(() -> named.checkReports(List.of(folder.resolve("a"), link.resolve("a"))))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Two reports cannot be written to the same file: %s", link.resolve("a"));
  }

  @Test
  void whatCanBeWrittenIsNotTouched() throws Exception {
    Path old = Files.writeString(folder.resolve("old"), "text");
    Path later = folder.resolve("later");

    assertThatCode(() -> named.checkReports(List.of(old, later))).doesNotThrowAnyException();

    assertThat(old).hasContent("text");
    assertThat(later).doesNotExist();
  }
}
