package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.tap.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs each process as the grader's user, with folders of its own. */
record OpenConfinement(Path shared) implements Confinement {

  @Override
  public Isolation isolation() {
    return Isolation.PROCESS;
  }

  @Override
  public void admit(Path folder) {
    // The same user reads it.
  }

  @Override
  public Cell newCell() {
    String id = UUID.randomUUID().toString().replace("-", "");
    return new OpenCell(id, shared.resolve("cell-" + id));
  }

  private record OpenCell(String id, Path home) implements Cell {

    @Override
    public Path temporary() {
      return home.resolve("tmp");
    }

    @Override
    public Ports ports() {
      return Ports.OF_THIS_MACHINE;
    }

    @Override
    public List<String> portArguments() {
      return List.of();
    }

    @Override
    public Inmate start(List<String> command, List<Path> readable, Map<String, String> environment)
        throws IOException {
      Files.createDirectory(home); // and not what is above it: an ended grading has deleted that
      Files.createDirectory(temporary());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.directory(Files.createDirectory(home.resolve("work")).toFile());
      Map<String, String> variables = builder.environment();
      String systemRoot = variables.get("SystemRoot"); // Windows opens no socket without it
      variables.clear();
      if (systemRoot != null) {
        variables.put("SystemRoot", systemRoot);
      }
      variables.putAll(environment);
      variables.put(MARKER, id);
      return new ProcessTree(builder.start(), MARKER + "=" + id);
    }
  }
}
