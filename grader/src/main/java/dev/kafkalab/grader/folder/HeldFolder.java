package dev.kafkalab.grader.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps folders as long as a process uses them, and no longer.
 *
 * <p>Each has a file that those who use it have locked, so a process that was killed uses nothing.
 */
public final class HeldFolder {

  /** The file that is locked. */
  public static final String MARK = "in-use";

  /** A process that opened and closed a mark once more would lose its lock (POSIX). */
  private static final Map<Path, FileChannel> HELD = new HashMap<>();

  private HeldFolder() {}

  /**
   * Holds a folder until it is released, or this process ends.
   *
   * @return whether it can be used: not where somebody is removing it
   */
  public static boolean hold(Path folder) {
    synchronized (HELD) {
      Path mark = markOf(folder);
      return HELD.containsKey(mark) || share(mark);
    }
  }

  /** Holds a folder no longer. */
  public static void release(Path folder) throws IOException {
    synchronized (HELD) {
      FileChannel channel = HELD.remove(markOf(folder));
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static Path markOf(Path folder) {
    return folder.toAbsolutePath().normalize().resolve(MARK);
  }

  private static boolean share(Path mark) {
    try {
      if (!Files.exists(mark)) {
        Files.write(mark, new byte[0]);
        readableForAll(mark);
      }
      FileChannel channel = FileChannel.open(mark, StandardOpenOption.READ);
      if (channel.tryLock(0, Long.MAX_VALUE, true) != null && Files.exists(mark)) {
        HELD.put(mark, channel);
        return true;
      }
      channel.close();
      return false;
    } catch (IOException e) {
      return true; // another user's, or on a file system without locks: nobody else removes it
    }
  }

  /** Removes those folders beside one that nobody holds; what cannot be removed stays. */
  public static void removeOthers(Path folder, Predicate<String> names) {
    Path own = folder.toAbsolutePath().normalize();
    try (Stream<Path> beside = Files.list(own.getParent())) {
      for (Path other : beside.filter(each -> !each.equals(own)).toList()) {
        if (names.test(other.getFileName().toString()) && Files.isDirectory(other)) {
          removeIfFree(other);
        }
      }
    } catch (IOException e) {
      return; // another user's: they are removed when that one grades
    }
  }

  /**
   * Removes a folder that nobody holds, with all that is in it.
   *
   * @throws IOException where it cannot be removed
   */
  public static void removeIfFree(Path folder) throws IOException {
    synchronized (HELD) {
      Path mark = markOf(folder);
      if (HELD.containsKey(mark) || !Files.isWritable(folder)) {
        return;
      }
      OpenOption[] write = {StandardOpenOption.CREATE, StandardOpenOption.WRITE};
      try (FileChannel channel = FileChannel.open(mark, write);
          FileLock alone = channel.tryLock()) {
        if (alone != null) {
          FolderDeletion.of(folder);
        }
      }
    }
  }

  /** Whoever may read the checkout may read what is kept in it, whatever the umask of its maker. */
  public static void readableForAll(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      String mode = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
      view.setPermissions(PosixFilePermissions.fromString(mode));
    }
  }
}
