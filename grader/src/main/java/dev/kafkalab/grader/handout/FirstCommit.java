package dev.kafkalab.grader.handout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes a folder a git repository with one commit: it has no history that could tell anything. */
public final class FirstCommit {

  private static final int SECONDS = 60;

  private FirstCommit() {}

  /** Commits all files of the folder; returns why that was not possible, empty if it was. */
  public static Optional<String> of(Path folder) {
    return run(folder, "init", "--quiet", "--initial-branch=main")
        .or(() -> run(folder, "add", "--all"))
        .or(
            () ->
                run(
                    folder,
                    "-c",
                    "user.name=Kafka lab",
                    "-c",
                    "user.email=lab@localhost",
                    "-c",
                    "commit.gpgsign=false",
                    "commit",
                    "--quiet",
                    "--message=Start the lab"));
  }

  private static Optional<String> run(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return Optional.of("git %s took too long".formatted(arguments[0]));
      }
      return git.exitValue() == 0
          ? Optional.empty()
          : Optional.of(
              "'%s' failed with exit code %s"
                  .formatted(String.join(" ", command), git.exitValue()));
    } catch (IOException e) {
      return Optional.of("git was not found");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("git was interrupted");
    }
  }
}
