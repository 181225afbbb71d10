package dev.kafkalab.grader.studentvm.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The jar of the module that runs beside the student's code, so that nothing else of the grader is
 * there.
 */
final class ChildJar {

  private ChildJar() {}

  /**
   * Returns the jar's bytes.
   *
   * @param module the jar that Maven has packed, or the folder of classes where nobody has packed
   *     it yet: in {@code mvn test}, and in an IDE
   */
  static byte[] bytes(Path module) {
    try {
      return Files.isDirectory(module) ? pack(module) : Files.readAllBytes(module);
    } catch (IOException e) {
      throw new UncheckedIOException("The grader's own classes could not be read", e);
    }
  }

  private static byte[] pack(Path folder) throws IOException {
    Map<String, byte[]> packed = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        packed.put(nameIn(folder, file), Files.readAllBytes(file));
      }
    }
    return ClassJar.of(packed);
  }

  /** In a jar a name has slashes on every system. */
  private static String nameIn(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
