package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

  @Test
  void thePlaygroundHasTheKafkaThatSubmissionsAreGradedWith() throws IOException {
    assertThat(Files.readAllLines(Path.of("..", "compose.yaml")))
        .contains("    image: " + ContainerBroker.IMAGE);
  }
}
