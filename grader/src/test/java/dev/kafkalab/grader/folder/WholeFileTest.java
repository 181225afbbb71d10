package dev.kafkalab.grader.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysAndLeadsToTheNewText() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path dangling = Files.createSymbolicLink(folder.resolve("new"), folder.resolve("later"));

    WholeFile.write(link, "text");
    WholeFile.write(dangling, "text");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("text").isRegularFile();
    assertThat(dangling).isSymbolicLink();
    assertThat(folder.resolve("later")).hasContent("text");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void permissionsStay() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    WholeFile.write(file, "text");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    WholeFile.write(pipe, "text");

    assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo("text");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  @EnabledIf("hasNull")
  void aDeviceStays() {
    WholeFile.write(Path.of("/dev/null"), "text");

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  static boolean hasNull() {
    return Files.exists(Path.of("/dev/null"));
  }

  @Test
  void aNameThatLeavesNoRoomForADraftIsWrittenToAsItIs() {
    Path file = folder.resolve("r".repeat(255));

    WholeFile.write(file, "text");

    assertThat(file).hasContent("text");
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
    Path taken = Files.createDirectory(folder.resolve("report"));

    assertThatThrownBy(() -> WholeFile.write(taken, "text"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
