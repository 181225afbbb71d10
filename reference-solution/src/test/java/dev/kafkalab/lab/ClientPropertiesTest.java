package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.api.LabSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPropertiesTest {

  @TempDir private Path folder;

  @Test
  void theClientsOwnGoOnTopOfTheLabs() {
    assertThat(ClientProperties.of(settings(null), Map.of("acks", "all", "linger.ms", 0)))
        .isEqualTo(Map.of("bootstrap.servers", "here:1", "acks", "all", "linger.ms", 0));
  }

  @Test
  void theFilesGoOnTopOfAll() throws IOException {
    Path file = folder.resolve("client.properties");
    Files.writeString(file, "# mine\nclient.id = täst\nlinger.ms=5\nbootstrap.servers=there:2\n");
    assertThat(ClientProperties.of(settings(file), Map.of("linger.ms", 0, "acks", "all")))
        .isEqualTo(
            Map.of(
                "bootstrap.servers",
                "there:2",
                "linger.ms",
                "5",
                "acks",
                "all",
                "client.id",
                "täst"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.properties");
    assertThatThrownBy(() -> ClientProperties.of(settings(file), Map.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere.properties");
  }

  private static LabSettings settings(@Nullable Path file) {
    return new LabSettings("t", "d", "g", Map.of("bootstrap.servers", "here:1", "acks", "1"), file);
  }
}
