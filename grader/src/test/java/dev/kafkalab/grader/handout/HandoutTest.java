package dev.kafkalab.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutTest {

  @TempDir private Path root;

  @Test
  void whatStudentsGetAndIsNotCommittedIsNamed() throws IOException {
    Path template = Files.createDirectories(root.resolve("student-template"));
    Files.writeString(template.resolve("A.java"), "class A {}");
    Files.writeString(root.resolve("lab"), "#!/bin/sh");
    assertThat(FirstCommit.of(root)).isEmpty();
    Handout handout = new Handout(root, root);
    assertThat(handout.uncommitted()).isEmpty();

    Files.writeString(template.resolve("A.java"), "class A { int solution; }");
    Files.writeString(template.resolve("B.java"), "class B {}");
    Files.writeString(root.resolve("notes.txt"), "Students do not get this.");

    assertThat(handout.uncommitted())
        .containsExactly("student-template/A.java", "student-template/B.java");
  }

  @Test
  void outsideOfARepositoryNothingIsKnown() {
    assertThat(new Handout(root, root).uncommitted()).isEmpty();
  }
}
