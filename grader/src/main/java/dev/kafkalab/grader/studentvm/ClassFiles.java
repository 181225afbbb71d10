package dev.kafkalab.grader.studentvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks into compiled classes without loading them. */
final class ClassFiles {

  private ClassFiles() {}

  /**
   * Returns whether a class below the folder uses a member of this name, or has its name in a text:
   * both are in a class file's constant pool as they are.
   */
  static boolean mention(Path folder, String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .anyMatch(file -> contains(file, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path file, String name) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
