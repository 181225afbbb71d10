package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts processes, each in a cell of its own that shows it next to nothing of the machine. */
interface Enclosure {

  /**
   * What is to run in a cell.
   *
   * @param user the number of the user that root gives the cell; 0 where the grader is not root
   * @param sockets a folder of the machine that is {@value CellView#SOCKETS} inside
   * @param readable files and folders that are read by the same path
   * @param environment all variables of the process
   */
  record Wanted(
      long user,
      Path sockets,
      List<Path> readable,
      Map<String, String> environment,
      List<String> command) {}

  /** Returns what its cells promise. */
  Isolation isolation();

  /** Starts a process in a new cell. */
  Inmate start(Wanted wanted) throws IOException;
}
