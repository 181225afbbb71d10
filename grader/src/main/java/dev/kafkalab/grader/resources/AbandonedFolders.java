package dev.kafkalab.grader.resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Temporary folders of graders that were killed: they could not remove them. */
final class AbandonedFolders {

  private static final String PREFIX = "kafka-lab-";
  private static final String LOCK = "in-use";

  private static final AtomicBoolean SWEPT = new AtomicBoolean();

  private AbandonedFolders() {}

  /** Returns how the names of this process' folders begin. */
  static String prefixOfThisProcess() {
    return String.format(Locale.ROOT, "%s%d-", PREFIX, ProcessHandle.current().pid());
  }

  /** Says that a folder is in use, until the channel is closed or this process has ended. */
  static @Nullable FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var unused = channel.tryLock();
    return channel;
  }

  /** Removes, on a thread of its own and once in each process, what others have left. */
  static void sweepOnce() {
    if (SWEPT.getAndSet(true)) {
      return;
    }
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Thread sweeper = new Thread(() -> sweep(temporary), "sweep-temporary-folder");
    sweeper.setDaemon(true);
    sweeper.start();
  }

  /** Removes what nobody uses; what belongs to another user stays. */
  static void sweep(Path temporary) {
    foldersIn(temporary).forEach(AbandonedFolders::removeIfAbandoned);
  }

  private static void removeIfAbandoned(Path folder) {
    try {
      if (isAbandoned(folder)) {
        FolderDeletion.of(folder);
      }
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

  /** To open a locked file of one's own and close it again would give the lock away (fcntl(2)). */
  private static boolean isOfAnotherProcess(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(PREFIX)
        && !name.startsWith(prefixOfThisProcess())
        && Files.isRegularFile(folder.resolve(LOCK));
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    }
  }
}
