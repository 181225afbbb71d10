package dev.kafkalab.grader.broker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells at once where no Docker engine can be: to ask Testcontainers takes a second, which nobody
 * without Docker should spend on each grading.
 *
 * @param environment the environment's variables
 * @param home the user's home folder
 * @param engine where an engine that serves the whole machine listens
 */
record DockerTraces(Map<String, String> environment, Path home, Path engine) {

  static DockerTraces ofThisProcess() {
    return new DockerTraces(
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Path.of("/var/run/docker.sock"));
  }

  /** Returns whether it is worth asking: somebody has said where an engine is, or one listens. */
  boolean areThere() {
    return environment.containsKey("DOCKER_HOST")
        || testcontainersKnowsHost()
        || System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")
        || sockets().anyMatch(DockerTraces::isListenedTo);
  }

  /** Testcontainers' own file also exists where it says nothing of a host. */
  private boolean testcontainersKnowsHost() {
    Path file = home.resolve(".testcontainers.properties");
    try {
      return Files.exists(file)
          && Files.readAllLines(file).stream()
              .anyMatch(line -> line.matches("(docker|tc)\\.host.*"));
    } catch (IOException e) {
      return false; // Testcontainers cannot read it either
    }
  }

  /** Where Docker, its rootless kind and Docker Desktop listen. */
  private Stream<Path> sockets() {
    Path ofTheUser = home.resolve(".docker");
    Stream<Path> usual =
        Stream.of(
            engine,
            ofTheUser.resolve("run").resolve("docker.sock"),
            ofTheUser.resolve("desktop").resolve("docker.sock"));
    String runtime = environment.get("XDG_RUNTIME_DIR");
    return runtime == null
        ? usual
        : Stream.concat(usual, Stream.of(Path.of(runtime, "docker.sock")));
  }

  /** To connect to an engine that is stuck, and whose queue is full, could take for ever. */
  private static boolean isListenedTo(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.configureBlocking(false);
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | RuntimeException e) {
      return false; // nobody is there, or nobody whom this user may talk to
    }
  }
}
