package dev.kafkalab.grader.handout;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/** Copies files as they are, without what builds and editors leave behind. */
final class FileTree extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT =
      Set.of("target", ".idea", ".settings", ".vscode", "screenshots", ".classpath", ".project");

  private final Path source;
  private final Path copy;

  private FileTree(Path source, Path copy) {
    this.source = source;
    this.copy = copy;
  }

  /** Copies a file, or a folder with all that belongs to it. */
  static void copy(Path source, Path copy) throws IOException {
    Files.createDirectories(Objects.requireNonNull(copy.toAbsolutePath().getParent()));
    Files.walkFileTree(source, new FileTree(source, copy));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (isLeftOut(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Files.createDirectories(placeOf(folder));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (!isLeftOut(file)) {
      Files.copy(file, placeOf(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isLeftOut(Path file) {
    return LEFT_OUT.contains(String.valueOf(file.getFileName()));
  }

  private Path placeOf(Path file) {
    return copy.resolve(source.relativize(file).toString());
  }
}
