package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ChildJarTest {

  private static final String FOLDER = "dev/kafkalab/grader/studentvm/child/";
  private static final String NOT_NEEDED = "package-info.class";

  /** One that is left out would end the student's JVM, and the student would be blamed. */
  @Test
  void holdsEveryClassOfTheChildSideAndNoOther() throws IOException, URISyntaxException {
    Path classes =
        Path.of(ChildJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve(FOLDER))) {
      List<String> compiled =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals(NOT_NEEDED))
              .toList();
      assertThat(packed()).containsExactlyInAnyOrderElementsOf(compiled);
    }
  }

  private static List<String> packed() throws IOException {
    try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(ChildJar.bytes()))) {
      return Stream.generate(() -> next(jar))
          .takeWhile(entry -> !entry.isEmpty())
          .filter(name -> name.startsWith(FOLDER) && name.endsWith(".class"))
          .map(name -> name.substring(FOLDER.length()))
          .toList();
    }
  }

  private static String next(ZipInputStream jar) {
    try {
      ZipEntry entry = jar.getNextEntry();
      return entry == null ? "" : entry.getName();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
