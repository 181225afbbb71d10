package dev.kafkalab.grader.proof;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A grading in a process of its own, which signals can be sent to. */
final class GraderProcess {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Process process;
  private final Path folder;

  private GraderProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts to grade a submission on the embedded broker.
   *
   * @param folder where its temporary files, its report and what it prints go
   * @param options more options for its JVM
   */
  static GraderProcess grade(Path submission, String criteria, Path folder, List<String> options)
      throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.add("dev.kafkalab.grader.cli.Main");
    arguments.addAll(
        List.of("grade", submission.toAbsolutePath().toString(), "--broker", "embedded"));
    arguments.addAll(List.of("--criteria", criteria));
    arguments.addAll(List.of("--json", folder.resolve("report.json").toString()));
    return java(folder, arguments);
  }

  /** Starts a JVM with the grader and its tests on the class path. */
  static GraderProcess java(Path folder, List<String> arguments) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // it is short-lived
    if (arguments.stream().noneMatch("-cp"::equals)) {
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new GraderProcess(
        builder.redirectOutput(folder.resolve("output").toFile()).start(), folder);
  }

  /** Returns what it has printed so far. */
  String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the report that it has written last. */
  JsonNode report() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
  }

  /** Returns its temporary folders. */
  List<Path> temporaryFolders() {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until there is a file of this name below its temporary folder. */
  void awaitFile(String name) {
    await(name)
        .atMost(LONGEST)
        .ignoreExceptions() // what is walked through is being written
        .failFast("it has ended", () -> !process.isAlive())
        .until(() -> hasFile(name));
  }

  private boolean hasFile(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("tmp"))) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith(name));
    }
  }

  /** Waits until it has printed a text. */
  void awaitOutput(String text) {
    await(text)
        .atMost(LONGEST)
        .failFast("it has ended", () -> !process.isAlive())
        .until(() -> output().contains(text));
  }

  /** Sends a signal, such as STOP, to it and all that it has started. */
  void send(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-s", signal));
    Stream.concat(Stream.of(process.toHandle()), descendants().stream())
        .forEach(each -> command.add(Long.toString(each.pid())));
    new ProcessBuilder(command).start().waitFor();
  }

  /** Sends a signal to it alone. */
  void sendToItAlone(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Returns its exit code once it has ended. */
  int exitCode() throws InterruptedException {
    return exitCode(LONGEST);
  }

  int exitCode(Duration bound) throws InterruptedException {
    if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("It should have ended within " + bound + ":\n" + output());
    }
    return process.exitValue();
  }
}
