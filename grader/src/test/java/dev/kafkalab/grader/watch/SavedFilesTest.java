package dev.kafkalab.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SavedFilesTest {

  @TempDir private Path folder;

  @Test
  void whatWasSavedSinceTheLastLookIsNamed() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/main/java/lab"));
    Files.writeString(sources.resolve("Kept.java"), "class Kept {}");
    Files.writeString(sources.resolve("Changed.java"), "class Changed {}");
    Files.writeString(sources.resolve("Removed.java"), "class Removed {}");
    SavedFiles files = new SavedFiles(folder);

    Files.writeString(sources.resolve("Changed.java"), "class Changed { int now; }");
    Files.delete(sources.resolve("Removed.java"));
    Files.writeString(folder.resolve("ANSWERS.md"), "# Answers");
    Files.writeString(folder.resolve("README.md"), "Nobody judges this.");

    assertThat(files.awaitChange())
        .containsExactly(
            "ANSWERS.md", "src/main/java/lab/Changed.java", "src/main/java/lab/Removed.java");
  }

  @Test
  void aFileThatReplacesAnotherIsSaved() throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), "class A { int one; }");
    SavedFiles files = new SavedFiles(folder);

    Path written = Files.writeString(folder.resolve(".A.java.swp"), "class A { int two; }");
    Files.setLastModifiedTime(written, Files.getLastModifiedTime(file));
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(files.awaitChange()).containsExactly("A.java");
  }
}
