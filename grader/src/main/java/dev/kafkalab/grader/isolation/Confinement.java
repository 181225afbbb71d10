package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.folder.HeldFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes cells, in each of which one student's process runs. */
public interface Confinement {

  /** Returns what its cells promise. */
  Isolation isolation();

  /** Returns the folder whose files can be read in every cell, by the same paths. */
  Path shared();

  /** Writes a new file that can be read in every cell, and returns its path. */
  default Path share(String suffix, List<String> lines) {
    try {
      Path file = Files.write(Files.createTempFile(shared(), "shared", suffix), lines);
      HeldFolder.readableForAll(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("A file for the student's code could not be written", e);
    }
  }

  /** Makes a folder that the grader has written readable in every cell, with all that is in it. */
  void admit(Path folder);

  /** Makes an empty cell. */
  Cell newCell();

  /**
   * Returns cells that only bound what a process does.
   *
   * @param folder where their working folders go
   */
  static Confinement process(Path folder) {
    return new OpenConfinement(folder);
  }
}
