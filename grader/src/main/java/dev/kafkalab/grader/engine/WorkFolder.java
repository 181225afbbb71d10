package dev.kafkalab.grader.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the grading's own, made when it is first needed and deleted with all that is in it.
 */
public final class WorkFolder {

  private @Nullable Path path;

  /**
   * Returns the folder.
   *
   * @throws UncheckedIOException where the temporary folder is full or not writable
   */
  public synchronized Path path() {
    if (path == null) {
      try {
        path = Files.createTempDirectory("kafka-lab-");
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The temporary folder %s cannot be written to: %s"
                .formatted(System.getProperty("java.io.tmpdir"), e),
            e);
      }
    }
    return path;
  }

  /** Deletes it; what is still being written to goes when this JVM ends. */
  public synchronized void delete() {
    Path folder = path;
    path = null;
    if (folder == null) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // something is still being written there: the verdicts stand
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
