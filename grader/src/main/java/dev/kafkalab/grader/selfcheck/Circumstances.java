package dev.kafkalab.grader.selfcheck;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * When and where something was measured, and how to do it again.
 *
 * @param date the day, in UTC
 * @param cores how many cores the grader saw
 * @param memoryGib how much memory the machine has, in GiB
 * @param java the version of Java
 * @param system the operating system
 * @param revision which commit of the grader it was
 * @param load how many busy loops competed for the cores
 * @param again the command that repeats the run, without {@code ./lab}
 */
public record Circumstances(
    LocalDate date,
    int cores,
    long memoryGib,
    String java,
    String system,
    String revision,
    int load,
    String again) {

  /** Set by {@code ./lab}, which can ask git. */
  private static final String REVISION = "kafkalab.revision";

  private static final int GIB = 30;

  /** Describes this machine, now. */
  public static Circumstances here(int load, String again) {
    return new Circumstances(
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        memory() >> GIB,
        System.getProperty("java.version"),
        "%s on %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
        System.getProperty(REVISION, "unknown"),
        load,
        again);
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d cores, %d GiB, Java %s, %s; %s", cores, memoryGib, java, system, date);
  }
}
