package dev.kafkalab.grader.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process that begins a cell: a shell that starts the student's and ends with it.
 *
 * <p>A namespace gives the same numbers each time. Programs use their process id to tell their
 * instances apart, as they can on one machine: so the shell uses up some numbers before.
 */
final class FirstProcess {

  /** The shell says nothing of its own on the student's stderr, such as that it was killed. */
  private static final String SCRIPT =
      "exec 3>&2 2>/dev/null; left=$1; shift;"
          + " while [ \"$left\" -gt 0 ]; do (:); left=$((left - 1)); done;"
          + " \"$@\" 2>&3 3>&-; exit $?";

  private FirstProcess() {}

  /**
   * Returns the command that begins a cell.
   *
   * @param slot how many numbers are used up before
   * @param command what the student's process runs
   */
  static List<String> of(int slot, List<String> command) {
    List<String> all =
        new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", Integer.toString(slot)));
    all.addAll(command);
    return all;
  }

  /** Returns the student's process, which is the shell's only child once it runs. */
  static Optional<ProcessHandle> childOf(ProcessHandle shell) {
    return shell.children().findFirst();
  }
}
