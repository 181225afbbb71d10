package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.folder.HeldFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder for one grading, created on first use.
 *
 * <p>While it is in use a file in it is locked: what a killed grader has left is known by a lock
 * that nobody holds, and removed by the next start ({@link AbandonedFolders}).
 */
public final class WorkFolder {

  private static final int PROBE_BYTES = 1 << 18;

  /** Whoever still writes when a JVM is ending is about to end too. */
  private static final int TRIES_TO_DELETE = 20;

  private boolean deleted;
  private @Nullable Path path;

  /**
   * Returns the folder.
   *
   * @throws UncheckedIOException where the temporary folder is full or not writable
   * @throws IllegalStateException where it was deleted: a grading that has ended makes no other
   */
  public synchronized Path path() {
    if (deleted) {
      throw new IllegalStateException("The grading has ended: its folder is gone");
    }
    Path known = path;
    if (known != null) {
      return known;
    }
    AbandonedFolders.sweepOnce();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path made = heldIn(temporary);
      path = made;
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The temporary folder %s cannot be written to: %s".formatted(temporary, e.getMessage()),
          e);
    }
  }

  /** Until it is held, another grader may take it for an abandoned one. */
  private static Path heldIn(Path temporary) throws IOException {
    Path made;
    do {
      made = Files.createTempDirectory(temporary, AbandonedFolders.prefixOfThisProcess());
    } while (!HeldFolder.hold(made));
    return made;
  }

  /** Returns whether its disk has room for some more. */
  boolean hasRoom() {
    try {
      Path probe = Files.createTempFile(path(), "probe", "");
      try (FileChannel out = FileChannel.open(probe, StandardOpenOption.WRITE)) {
        return out.write(ByteBuffer.allocate(PROBE_BYTES)) == PROBE_BYTES;
      } finally {
        Files.deleteIfExists(probe);
      }
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Deletes it, for good; what is still being written to goes with the next start. */
  public synchronized void delete() {
    deleted = true;
    Path folder = path;
    path = null;
    if (folder == null) {
      return;
    }
    try {
      HeldFolder.release(folder);
      deleteOrTryAgain(folder);
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // something is still being written there: the verdicts stand
    }
  }

  /** A broker or a compiler that has just been ended may write a last file meanwhile. */
  private static void deleteOrTryAgain(Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        FolderDeletion.of(folder);
        return;
      } catch (IOException e) {
        if (attempt == TRIES_TO_DELETE) {
          throw e;
        }
      }
    }
  }
}
