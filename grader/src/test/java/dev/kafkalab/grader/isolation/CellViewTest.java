package dev.kafkalab.grader.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class CellViewTest {

  @TempDir private Path folder;

  @Test
  void aCellHasItsFilesJavaAndTheSystemAndNoFolderThatHoldsMore() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path java = Path.of(System.getProperty("java.home"));

    Map<Path, Path> sources = view().sources(folder.resolve("sockets"), List.of(classes));

    assertThat(sources)
        .containsEntry(classes, classes)
        .containsEntry(java, java)
        .containsEntry(Path.of(CellView.SOCKETS), folder.resolve("sockets"))
        .containsEntry(Path.of("/etc/hosts"), folder.resolve("etc/hosts"))
        .containsKey(Path.of("/usr/bin"));
    assertThat(sources.keySet())
        .doesNotContain(
            Path.of("/"), Path.of("/usr"), Path.of("/etc"), Path.of("/home"), Path.of("/root"))
        .doesNotContain(folder, Path.of("/var"), Path.of("/run"), Path.of("/etc/passwd"));
  }

  @Test
  void aLinkOfTheSystemIsFollowed() {
    assertThat(view().sources(folder, List.of()).get(Path.of("/bin")))
        .satisfies(bin -> assertThat(Files.isSymbolicLink(bin)).isFalse());
  }

  @Test
  void aPathWithACommaIsOneFieldOfAMount() {
    assertThat(DockerContainer.mount(Path.of("/a,b"), Path.of("/c\"d")))
        .isEqualTo("type=bind,readonly,\"source=/a,b\",\"target=/c\"\"d\"");
  }

  private CellView view() {
    return new CellView(Path.of(System.getProperty("java.home")), folder.resolve("etc"));
  }
}
