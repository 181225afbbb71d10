package dev.kafkalab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.launcher.Lab.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

  @TempDir private Path folder;

  @Test
  void whoeverHasItIsNamedInItsFile() throws IOException {
    Files.writeString(folder.resolve("building"), "a longer text that an earlier process left");

    try (Lock lock = Lock.take(folder)) {
      assertThat(lock.isHeld()).isTrue();
      assertThat(folder.resolve("building"))
          .hasContent(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void itCanBeTakenAgainWhenItWasReleased() throws IOException {
    Lock.take(folder).close();

    try (Lock again = Lock.tryToTake(folder)) {
      assertThat(again.isHeld()).isTrue();
    }
  }
}
