package dev.kafkalab.grader.studentvm.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Knows whether the processes that the grader starts can be interrupted. */
public final class Interrupts {

  private static final Path OWN_STATUS = Path.of("/proc/self/status");

  /** The bit of SIGINT, which is signal 2, in the masks of proc(5). */
  private static final long SIGINT = 1L << (2 - 1);

  private Interrupts() {}

  /**
   * Returns whether the grader itself ignores SIGINT, as a shell's background jobs do: what it
   * starts inherits that. Where nobody can tell, the answer is no.
   */
  public static boolean areIgnored() {
    try (var lines = Files.lines(OWN_STATUS)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT) != 0);
    } catch (IOException | RuntimeException e) {
      return false; // not Linux
    }
  }
}
