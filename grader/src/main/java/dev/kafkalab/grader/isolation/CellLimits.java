package dev.kafkalab.grader.isolation;

/** How much of the machine a cell may use. */
final class CellLimits {

  /** Threads count, too: a thread for each of a thousand events, in two consumers, is allowed. */
  static final int PROCESSES = 4_000;

  /** How many files each of its processes may have open. */
  static final int OPEN_FILES = 1_024;

  private static final long MEBIBYTE = 1L << 20;

  /** In bytes: how large a file may be, and all files of its home or of its temporary folder. */
  static final long ON_DISK = 64 * MEBIBYTE;

  /** In bytes: what each of its processes may reserve; each of its threads reserves a stack. */
  static final long RESERVED = 6_144 * MEBIBYTE;

  /** In bytes: the memory that all of its processes may have together. */
  static final long MEMORY = 1_024 * MEBIBYTE;

  private CellLimits() {}
}
