package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DockerTracesTest {

  @TempDir private Path home;

  @Test
  void aHostThatIsNamedIsWorthAsking() {
    assertThat(traces(Map.of("DOCKER_HOST", "tcp://docker.example:2375")).areThere()).isTrue();
  }

  @Test
  void aHostInTestcontainersOwnFileIsWorthAsking() throws IOException {
    writeProperties("docker.host=tcp\\://docker.example\\:2375");

    assertThat(traces(Map.of()).areThere()).isTrue();
  }

  @Test
  void aSocketThatSomebodyListensToIsWorthAsking() throws IOException {
    try (ServerSocketChannel docker = listenAt(home.resolve("docker.sock"))) {
      assertThat(docker.isOpen()).isTrue();
      assertThat(traces(runtime()).areThere()).isTrue();
    }
  }

  @Test
  void aSocketThatNobodyListensToIsNot() throws IOException {
    listenAt(home.resolve("docker.sock")).close(); // the file stays, as after a daemon was killed

    assertThat(home.resolve("docker.sock")).exists();
    assertThat(traces(runtime()).areThere()).isFalse();
  }

  @Test
  void whatTestcontainersRemembersOfItsLastRunIsNot() throws IOException {
    writeProperties("docker.client.strategy=org.testcontainers.dockerclient.SomeStrategy");

    assertThat(traces(Map.of()).areThere()).isFalse();
  }

  private DockerTraces traces(Map<String, String> environment) {
    return new DockerTraces(environment, home, home.resolve("nobody.sock"));
  }

  private Map<String, String> runtime() {
    return Map.of("XDG_RUNTIME_DIR", home.toString());
  }

  private void writeProperties(String line) throws IOException {
    Files.writeString(home.resolve(".testcontainers.properties"), line + "\n");
  }

  private static ServerSocketChannel listenAt(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    channel.bind(UnixDomainSocketAddress.of(socket));
    return channel;
  }
}
