package dev.kafkalab.grader.handin.archive;

/** Counts what the archives of one student unpack to, however many there are. */
public final class ArchiveBudget {

  private final ArchiveLimits limits;
  private int entries;
  private long bytes;

  /** Allows this much. */
  public ArchiveBudget(ArchiveLimits limits) {
    this.limits = limits;
  }

  /** Returns how many entries are still allowed. */
  int entriesLeft() {
    return limits.entries() - entries;
  }

  void countEntry(String archive) throws ArchiveRefusal {
    entries++;
    if (entries > limits.entries()) {
      throw tooManyEntries(archive);
    }
  }

  ArchiveRefusal tooManyEntries(String archive) {
    return new ArchiveRefusal(ArchiveFeedback.tooManyEntries(archive, limits.entries()));
  }

  /**
   * Counts bytes before they are written.
   *
   * @param unpacked what this archive has unpacked to so far, in bytes
   * @param packed the archive's own size, in bytes
   */
  void countBytes(String archive, int more, long unpacked, long packed) throws ArchiveRefusal {
    bytes += more;
    if (bytes > limits.bytes()) {
      throw new ArchiveRefusal(ArchiveFeedback.tooLarge(archive, limits.bytes()));
    }
    insistOnRatio(archive, unpacked, packed);
  }

  /** Bounds what a compressed stream has given so far: half of it may be left out. */
  void countStreamed(String archive, long streamed, long packed) throws ArchiveRefusal {
    if (streamed / 2 > limits.bytes()) {
      throw new ArchiveRefusal(ArchiveFeedback.tooLarge(archive, limits.bytes()));
    }
    insistOnRatio(archive, streamed, packed);
  }

  private void insistOnRatio(String archive, long unpacked, long packed) throws ArchiveRefusal {
    if (unpacked > ArchiveLimits.RATIO_COUNTS_FROM && unpacked / limits.ratio() > packed) {
      throw new ArchiveRefusal(ArchiveFeedback.bomb(archive, limits.ratio()));
    }
  }
}
