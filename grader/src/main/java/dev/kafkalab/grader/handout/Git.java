package dev.kafkalab.grader.handout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What git answered.
 *
 * @param problem why it did not do what it was asked; empty if it did
 * @param lines what it printed
 */
record Git(Optional<String> problem, List<String> lines) {

  private static final int SECONDS = 60;

  /** Runs git in a folder and waits for its end. */
  static Git run(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      CompletableFuture<List<String>> lines = CompletableFuture.supplyAsync(() -> read(git));
      if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return failed("git %s took too long".formatted(arguments.get(0)));
      }
      return git.exitValue() == 0
          ? new Git(Optional.empty(), lines.join())
          : failed(
              "'%s' failed with exit code %s"
                  .formatted(String.join(" ", command), git.exitValue()));
    } catch (IOException e) {
      return failed("git was not found");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("git was interrupted");
    }
  }

  private static Git failed(String why) {
    return new Git(Optional.of(why), List.of());
  }

  private static List<String> read(Process git) {
    try (InputStream out = git.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
