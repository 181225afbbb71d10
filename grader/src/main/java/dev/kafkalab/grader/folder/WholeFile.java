package dev.kafkalab.grader.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces files atomically: a reader sees either the old text or the new one. */
public final class WholeFile {

  /** Held while a draft exists. */
  private static final Object DRAFT = new Object();

  private static boolean isEnding;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(WholeFile::end, "finish-draft"));
  }

  private WholeFile() {}

  /** When the process is told to end, it finishes the current draft and begins no other. */
  private static void end() {
    synchronized (DRAFT) {
      isEnding = true;
    }
  }

  /**
   * Replaces the file by a text. A link to the file stays. A pipe or a device is written to
   * directly; so is a file in a folder that cannot be written to.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, String text) {
    // A student's text may contain half a character: it becomes a question mark.
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Replaces the file by these bytes, as it does by a text.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    try {
      if (!isReplaceable(file) || !replace(target(file), bytes)) {
        Files.write(file, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path in /dev may lead to a file that another process is still writing to. */
  private static boolean isReplaceable(Path file) {
    boolean isNew = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    return (isNew || Files.isRegularFile(file))
        && !file.toAbsolutePath().normalize().startsWith("/dev");
  }

  private static Path target(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  /** Returns whether a draft could replace the file. */
  private static boolean replace(Path file, byte[] bytes) throws IOException {
    String name = file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
    Path draft = file.resolveSibling(name);
    synchronized (DRAFT) {
      if (isEnding) {
        return true;
      }
      if (!create(draft)) {
        return false;
      }
      try {
        Files.write(draft, bytes);
        keepPermissions(file, draft);
        return move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static boolean create(Path draft) {
    try {
      Files.write(draft, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A file that is mounted by itself, as in containers, can be written to but not replaced. */
  private static boolean move(Path draft, Path file) {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void keepPermissions(Path file, Path draft) throws IOException {
    var old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var made = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (Files.exists(file) && old != null && made != null) {
      made.setPermissions(old.readAttributes().permissions());
    }
  }
}
