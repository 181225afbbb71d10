package dev.kafkalab.grader.submission;

/**
 * How large a submission may be.
 *
 * <p>A solution of the lab has about ten files of a few KiB: the limits are far from honest work
 * and keep a wrong folder, or a hostile one, from filling the grader's disk and memory.
 */
final class SourceLimits {

  static final int FILES = 500;
  static final int FILE_BYTES = 1 << 20;
  static final int TOTAL_BYTES = 10 << 20;
  static final int DEPTH = 30;

  /** Leaves room for the grader's own folder below the 4096 bytes that Linux gives a path. */
  static final int PATH_CHARACTERS = 500;

  /** Files and folders of any kind: someone who names a home folder gets a message soon. */
  static final int ENTRIES = 20_000;

  private SourceLimits() {}
}
