package dev.kafkalab.grader.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.tools.ToolProvider;

/** Looks at Java and at the machine that it runs on. */
final class Machine {

  /** The grader, the broker, and up to ten JVMs of the student's code, with some of each shared. */
  private static final long ENOUGH_MEMORY = 2L << 30;

  /** A broker's files, and what is left of several gradings. */
  private static final long ENOUGH_DISK = 500L << 20;

  private Machine() {}

  static Finding java() {
    String found = Runtime.version() + " in " + System.getProperty("java.home");
    return ToolProvider.getSystemJavaCompiler() == null
        ? Finding.missing(
            "Java",
            found + ", without a compiler",
            "Nothing can be graded. Install a JDK 17 or newer, not only a runtime, and set JAVA_HOME"
                + " to its folder.")
        : Finding.fine("Java", found);
  }

  static Finding processors() {
    return processors(Runtime.getRuntime().availableProcessors());
  }

  static Finding processors(int count) {
    return count > 1
        ? Finding.fine("Processors", Integer.toString(count))
        : Finding.limited(
            "Processors",
            Integer.toString(count),
            "A grading takes twice as long as with two. Its verdicts are the same.");
  }

  static Finding memory() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return memory(system.getTotalMemorySize());
  }

  static Finding memory(long bytes) {
    String found = String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
    return bytes >= ENOUGH_MEMORY
        ? Finding.fine("Memory", found)
        : Finding.limited(
            "Memory",
            found,
            "A grading may run out of it: close other programs, or give the container 2 GiB.");
  }

  static Finding temporaryFolder() {
    return temporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static Finding temporaryFolder(Path folder) {
    String name = "Temporary folder";
    try {
      Files.delete(Files.createTempFile(folder, "lab", ""));
      long free = Files.getFileStore(folder).getUsableSpace();
      String found = String.format(Locale.ROOT, "%s, %,d MiB free", folder, free >> 20);
      return free >= ENOUGH_DISK
          ? Finding.fine(name, found)
          : Finding.limited(
              name,
              found,
              "A grading needs 500 MiB: delete files, or set TMPDIR to another folder.");
    } catch (IOException e) {
      return Finding.missing(
          name,
          folder + " cannot be written to",
          "Nothing can be graded. Set TMPDIR to a folder that you may write to.");
    }
  }

  static Finding fileNames() {
    String encoding = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    return encoding.equalsIgnoreCase("UTF-8") || encoding.toLowerCase(Locale.ROOT).startsWith("cp")
        ? Finding.fine("File names", encoding)
        : Finding.limited(
            "File names",
            encoding,
            "Folders whose names have other letters than a to z are not found: set LC_ALL=C.UTF-8.");
  }

  /** A clock that is slow makes Maven rebuild what is new, and certificates invalid. */
  static Finding clock() {
    try {
      Path own = Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return clock(Instant.now(), Files.getLastModifiedTime(own).toInstant());
    } catch (IOException | URISyntaxException e) {
      return clock(Instant.now(), Instant.MIN);
    }
  }

  static Finding clock(Instant now, Instant built) {
    String found =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss VV", Locale.ROOT)
            .format(now.atZone(ZoneId.systemDefault()));
    return now.isBefore(built)
        ? Finding.limited(
            "Clock",
            found + ", before the grader was built",
            "Set the clock: Maven and secure connections fail with a wrong one.")
        : Finding.fine("Clock", found);
  }
}
