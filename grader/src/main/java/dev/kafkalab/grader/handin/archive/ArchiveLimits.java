package dev.kafkalab.grader.handin.archive;

/**
 * Bounds what archives may unpack to.
 *
 * @param entries files and folders, also those that are left out
 * @param bytes of all files together
 * @param ratio how many times its own size an archive may unpack to
 */
public record ArchiveLimits(int entries, long bytes, int ratio) {

  /** What one student may hand in: a whole repository with pictures fits. */
  public static final ArchiveLimits OF_A_STUDENT = new ArchiveLimits(20_000, 200L << 20, 100);

  /** What an instructor may download: a thousand students, each with a whole repository. */
  public static final ArchiveLimits OF_A_CLASS = new ArchiveLimits(1_000_000, 20L << 30, 100);

  /** Sources of a few kilobytes pack well, and harm nobody. */
  static final long RATIO_COUNTS_FROM = 10L << 20;

  static final int FOLDERS = 60;

  static final int PATH_CHARACTERS = 1_000;
}
