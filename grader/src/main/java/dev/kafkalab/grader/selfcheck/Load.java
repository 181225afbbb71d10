package dev.kafkalab.grader.selfcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that compete with the grader for cores, memory and disk until they are closed. */
public final class Load implements AutoCloseable {

  private final List<Process> hogs = new ArrayList<>();

  private Load() {}

  /**
   * Starts this many busy loops and, unless that is none, one process that makes garbage and one
   * that writes to the disk.
   */
  public static Load start(int busyLoops) {
    Load load = new Load();
    Runtime.getRuntime().addShutdownHook(new Thread(load::close, "end-load"));
    for (int i = 0; i < busyLoops; i++) {
      load.add(Hog.Resource.BUSY);
    }
    if (busyLoops > 0) {
      load.add(Hog.Resource.GARBAGE);
      load.add(Hog.Resource.DISK);
    }
    return load;
  }

  private void add(Hog.Resource kind) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      hogs.add(
          new ProcessBuilder(
                  java,
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Hog.class.getName(),
                  kind.name())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("The load could not be started", e);
    }
  }

  @Override
  public void close() {
    hogs.forEach(Process::destroyForcibly);
  }
}
