package dev.kafkalab.grader.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of the reference that makes another submission of it.
 *
 * @param file the class's file name
 * @param find what must be there, once
 * @param replace what stands there instead
 */
record Edit(String file, String find, String replace) {

  private static final Path REFERENCE = Path.of("..", "reference-solution", "src", "main", "java");

  static Edit consumer(String find, String replace) {
    return new Edit("KafkaUserEventConsumer.java", find, replace);
  }

  static Edit producer(String find, String replace) {
    return new Edit("KafkaUserEventProducer.java", find, replace);
  }

  /**
   * Writes the reference with these changes into a folder; a change that no longer fits is an
   * error.
   */
  static Path write(List<Edit> edits, Path folder) {
    Path target = folder.resolve("src/main/java/dev/kafkalab/lab");
    try (Stream<Path> files = Files.walk(REFERENCE)) {
      Files.createDirectories(target);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
      for (Edit edit : edits) {
        edit.apply(target);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void apply(Path folder) throws IOException {
    Path path = folder.resolve(file);
    String source = Files.readString(path);
    int at = source.indexOf(find);
    if (at < 0 || source.indexOf(find, at + 1) >= 0) {
      throw new IllegalStateException("In %s this must stand once: %s".formatted(file, find));
    }
    Files.writeString(path, source.replace(find, replace));
  }
}
