package dev.kafkalab.grader.judging;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Knows how many files and connections this process may have open: {@code ulimit -n}.
 *
 * <p>Where there is none left, the broker in this process takes no connection, and the student's
 * code gets no answer.
 */
public final class Descriptors {

  /** Four criteria side by side have up to this many open, half of them jars. */
  private static final long ENOUGH = 512;

  /** One criterion opens fewer at once. */
  private static final long RESERVE = 24;

  private Descriptors() {}

  /** Returns whether they may not do for several criteria at a time. */
  public static boolean areFew() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        && unix.getMaxFileDescriptorCount() < ENOUGH;
  }

  /** Returns whether hardly any is left. */
  static boolean areUsedUp() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        && unix.getOpenFileDescriptorCount() > unix.getMaxFileDescriptorCount() - RESERVE;
  }
}
