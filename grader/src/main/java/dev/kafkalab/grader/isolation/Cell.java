package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.tap.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where one process of a student's runs, with all that it starts. */
public interface Cell {

  /** The environment variable that every process in a cell carries, for those that leave it. */
  String MARKER = "INVOCATION_ID"; // systemd gives one to each service: it tells of no grader

  /** Returns the process's home folder, by the path that it has inside. */
  Path home();

  /** Returns the folder for temporary files, by the path that it has inside. */
  Path temporary();

  /** Returns ports that clients inside can connect to. */
  Ports ports();

  /** Returns what the process must be told so that those ports work; empty if nothing. */
  List<String> portArguments();

  /**
   * Starts the process.
   *
   * @param command what it runs, by paths that are the same inside and outside
   * @param readable the files and folders that it may read, besides its Java
   * @param environment all of its variables
   */
  Inmate start(List<String> command, List<Path> readable, Map<String, String> environment)
      throws IOException;
}
