package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.folder.HeldFolder;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Temporary folders of graders that were killed: they could not remove them. */
final class AbandonedFolders {

  private static final String PREFIX = "kafka-lab-";

  private static final AtomicBoolean SWEPT = new AtomicBoolean();

  private AbandonedFolders() {}

  /** Returns how the names of this process' folders begin. */
  static String prefixOfThisProcess() {
    return String.format(Locale.ROOT, "%s%d-", PREFIX, ProcessHandle.current().pid());
  }

  /** Removes, on a thread of its own and once in each process, what others have left. */
  static void sweepOnce() {
    if (SWEPT.getAndSet(true)) {
      return;
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Daemon.start("sweep-temporary-folder", () -> sweep(temporary));
  }

  /** Removes what nobody uses; what belongs to another user stays. */
  static void sweep(Path temporary) {
    foldersIn(temporary).forEach(AbandonedFolders::removeIfAbandoned);
  }

  private static void removeIfAbandoned(Path folder) {
    try {
      HeldFolder.removeIfFree(folder);
    } catch (IOException e) {
      return; // somebody else's, or somebody else is at it
    }
  }

  private static List<Path> foldersIn(Path temporary) {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(AbandonedFolders::isOfAnotherProcess).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static boolean isOfAnotherProcess(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(PREFIX)
        && !name.startsWith(prefixOfThisProcess())
        && Files.isRegularFile(folder.resolve(HeldFolder.MARK));
  }
}
