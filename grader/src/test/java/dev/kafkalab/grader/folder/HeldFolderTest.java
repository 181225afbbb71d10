package dev.kafkalab.grader.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldFolderTest {

  @TempDir private Path temporary;

  @Test
  void aFolderStaysUntilItIsReleased() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("a"));
    assertThat(HeldFolder.hold(folder)).isTrue();
    HeldFolder.removeIfFree(folder);
    assertThat(folder).exists();

    HeldFolder.release(folder);
    HeldFolder.removeIfFree(folder);

    assertThat(folder).doesNotExist();
  }

  @Test
  void whatIsHeldTwiceIsReleasedOnce() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("a"));
    assertThat(HeldFolder.hold(folder)).isTrue();
    assertThat(HeldFolder.hold(folder)).isTrue();

    HeldFolder.release(folder);
    HeldFolder.release(folder);

    assertThat(HeldFolder.hold(folder)).isTrue();
    HeldFolder.release(folder);
  }
}
