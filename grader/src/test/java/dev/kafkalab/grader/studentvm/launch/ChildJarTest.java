package dev.kafkalab.grader.studentvm.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJarTest {

  @TempDir private Path folder;

  @Test
  void aFolderOfClassesIsPackedWhole() throws IOException {
    Files.createDirectories(folder.resolve("a").resolve("b"));
    Files.writeString(folder.resolve("a").resolve("b").resolve("C$D.class"), "c");
    Files.writeString(folder.resolve("E.class"), "e");

    byte[] jar = ChildJar.bytes(folder);

    assertThat(namesIn(jar)).containsExactly("E.class", "a/b/C$D.class");
    assertThat(ChildJar.bytes(folder)).isEqualTo(jar);
  }

  @Test
  void whatMavenHasPackedStaysAsItIs() throws IOException {
    Path jar = Files.writeString(folder.resolve("child.jar"), "packed");

    assertThat(ChildJar.bytes(jar)).asString().isEqualTo("packed");
  }

  /** One that is left out would end the student's JVM, and the student would be blamed. */
  @Test
  void whatRunsBesideTheStudentIsThereAndNothingElseOfTheGrader() throws IOException {
    Path child =
        ChildClassPath.forRunning(folder).stream()
            .filter(path -> path.endsWith("child.jar"))
            .findFirst()
            .orElseThrow();

    try (JarFile jar = new JarFile(child.toFile())) {
      List<String> classes =
          jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")).toList();
      assertThat(classes)
          .contains(
              "dev/kafkalab/grader/child/ChildMain.class",
              "dev/kafkalab/grader/child/AppMain.class",
              "dev/kafkalab/grader/child/KafkaBeans.class")
          .allMatch(name -> name.startsWith("dev/kafkalab/grader/"))
          .noneMatch(name -> name.contains("studentvm"));
    }
  }

  private static List<String> namesIn(byte[] bytes) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
