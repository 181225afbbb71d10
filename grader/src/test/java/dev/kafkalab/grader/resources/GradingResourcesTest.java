package dev.kafkalab.grader.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.resources.BrokerChoice.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradingResourcesTest {

  @TempDir private Path folder;

  @Test
  void withoutASubmissionNoBrokerIsStarted() {
    try (GradingResources resources = resources(folder.resolve("nobody"))) {
      resources.start();

      assertThat(resources.problems()).isNotEmpty();
      assertThatThrownBy(resources::measuredBroker).hasMessage("there is nothing to run");
      assertThat(resources.usedBroker().kind()).isEqualTo("embedded");
      assertThat(resources.timings()).containsOnlyKeys("compile the submission");
    }
  }

  @Test
  void itsFolderGoesWithItHoweverOftenItIsClosed() {
    GradingResources resources = resources(folder.resolve("nobody"));
    resources.start();
    Path own = resources.folder();
    assertThat(own).isDirectory();

    resources.close();
    resources.close();

    assertThat(Files.exists(own)).isFalse();
    assertThatThrownBy(resources::folder).hasMessageContaining("has ended");
  }

  private static GradingResources resources(Path submission) {
    return new GradingResources(
        submission, new BrokerChoice(Mode.EMBEDDED, ""), IsolationChoice.AUTO, 1, Pace.ALONE, null);
  }
}
