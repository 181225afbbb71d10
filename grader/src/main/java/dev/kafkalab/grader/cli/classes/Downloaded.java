package dev.kafkalab.grader.cli.classes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Lists what a platform handed out, without unpacking it. */
final class Downloaded {

  /** A download may be in a folder of its own, or in two. */
  private static final int DEPTH = 3;

  private Downloaded() {}

  /** Returns the names of the files of a folder or a zip; none where it is there no longer. */
  static List<String> names(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      try (Stream<Path> files = Files.walk(source, DEPTH)) {
        return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
      }
    }
    return Files.isRegularFile(source) ? ofZip(source) : List.of();
  }

  private static List<String> ofZip(Path source) throws IOException {
    // What is no UTF-8 has another encoding, but the numbers in it are the same.
    try (ZipFile zip = new ZipFile(source.toFile(), StandardCharsets.ISO_8859_1)) {
      return zip.stream()
          .map(entry -> entry.getName().substring(entry.getName().lastIndexOf('/') + 1))
          .sorted()
          .toList();
    } catch (ZipException e) {
      return List.of();
    }
  }
}
