package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Does what a platform does that grades: lays out a submission, and runs its autograder. */
public final class Platform {

  /** Where this project is. */
  public static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private static final int MOST_SECONDS = 300;

  private Platform() {}

  /** Copies the template, as a student has it who has written nothing yet. */
  static void handInTheTemplate(Path folder) throws IOException {
    copy(Lab.TEMPLATE.resolve("src").resolve("main"), folder.resolve("src").resolve("main"));
    Files.copy(Lab.TEMPLATE.resolve("ANSWERS.md"), folder.resolve("ANSWERS.md"));
  }

  /** Returns the exit code of a program that runs in a folder. */
  public static int run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("platform", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(output)).isTrue();
    Files.delete(output);
    return process.exitValue();
  }

  /** Returns a port that nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
