package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.feedback.FullStop;
import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.folder.HeldFolder;
import dev.kafkalab.grader.tap.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs each process in namespaces of its own, where there is nothing but what the process needs.
 */
public final class Sandbox implements Confinement {

  /** Where user numbers begin that no system gives to anybody (systemd's UIDS-GIDS). */
  private static final long FIRST_USER = 2_000_000_000L;

  private static final int USERS = 100_000_000;
  private static final int SECONDS_TO_TRY = 20;

  private static final String READ_ALL =
      "for path; do [ -r \"$path\" ] || { echo \"$path cannot be read by others\" >&2; exit 1; }; done";

  private static final AtomicInteger CELLS = new AtomicInteger();

  private final Path folder;
  private final Path shared;
  private final Bubblewrap bubblewrap;
  private final boolean isRoot;

  private Sandbox(Path folder, Path shared, Bubblewrap bubblewrap, boolean isRoot) {
    this.folder = folder;
    this.shared = shared;
    this.bubblewrap = bubblewrap;
    this.isRoot = isRoot;
  }

  /**
   * Prepares a sandbox and tries it.
   *
   * @param folder where it keeps what its cells need; it must be there: one that a grading has
   *     deleted is not made again
   * @param readable what must be readable in them
   * @throws IsolationUnavailable where it does not work here, with what to do
   */
  public static Sandbox in(Path folder, List<Path> readable) {
    String program = Programs.find("bwrap").orElseThrow(IsolationUnavailable::noBubblewrap);
    try {
      Path shared = Files.createDirectory(folder.resolve("shared"));
      HeldFolder.readableForAll(shared);
      Path settings = Files.createDirectory(folder.resolve("etc"));
      write(settings.resolve("hosts"), "127.0.0.1 localhost");
      write(settings.resolve("nsswitch.conf"), "hosts: files");
      boolean isRoot = Programs.areRunByRoot();
      Bubblewrap bubblewrap =
          new Bubblewrap(program, Path.of(System.getProperty("java.home")), settings);
      Sandbox sandbox = new Sandbox(folder, shared, bubblewrap, isRoot);
      sandbox.tryOut(readable);
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox could not be prepared", e);
    }
  }

  /** Returns why there is no sandbox on this machine, with what to do; empty where there is. */
  public static Optional<String> whyNot() {
    try {
      Path folder = Files.createTempDirectory("sandbox");
      try {
        Sandbox unused = in(folder, List.of());
        return Optional.empty();
      } finally {
        FolderDeletion.of(folder);
      }
    } catch (IsolationUnavailable | IOException e) {
      return Optional.of(FullStop.after(String.valueOf(e.getMessage())));
    }
  }

  private static void write(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n");
    HeldFolder.readableForAll(file);
  }

  /** Another user can read what a strict umask has written only if nobody else is kept from it. */
  private void tryOut(List<Path> readable) throws IOException {
    List<Path> all = new ArrayList<>(readable);
    all.add(shared);
    List<String> command = new ArrayList<>(List.of("sh", "-c", READ_ALL, "sh"));
    all.forEach(path -> command.add(path.toAbsolutePath().toString()));
    Process process =
        newCell("trial-").start(command, all, Map.of("PATH", "/usr/bin:/bin")).process();
    try {
      if (!process.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS)) {
        throw IsolationUnavailable.doesNotWork("it does not end");
      }
      if (process.exitValue() != 0) {
        String why =
            new String(process.getErrorStream().readNBytes(1_000), StandardCharsets.UTF_8).strip();
        throw IsolationUnavailable.doesNotWork(why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw IsolationUnavailable.doesNotWork("interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public Isolation isolation() {
    return Isolation.SANDBOX;
  }

  @Override
  public Path shared() {
    return shared;
  }

  @Override
  public void admit(Path folder) {
    if (!isRoot) {
      return; // the same user reads it
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        HeldFolder.readableForAll(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A folder could not be made readable", e);
    }
  }

  @Override
  public Cell newCell() {
    return newCell("cell-");
  }

  private Cell newCell(String name) {
    int number = CELLS.incrementAndGet();
    try {
      Path sockets = Files.createDirectory(folder.resolve(name + number));
      HeldFolder.readableForAll(sockets);
      return new SandboxCell(sockets, isRoot ? userOf(number) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException("A cell could not be made", e);
    }
  }

  /** Two graders at the same time have different numbers, too. */
  private static long userOf(int number) {
    return FIRST_USER + (ProcessHandle.current().pid() * 1_009 + number) % USERS;
  }

  private final class SandboxCell implements Cell {

    private final Path sockets;
    private final long user;

    SandboxCell(Path sockets, long user) {
      this.sockets = sockets;
      this.user = user;
    }

    @Override
    public Path home() {
      return Bubblewrap.HOME;
    }

    @Override
    public Path temporary() {
      return Bubblewrap.TEMPORARY;
    }

    @Override
    public Ports ports() {
      return Ports.joinedTo(sockets);
    }

    @Override
    public List<String> portArguments() {
      return List.of(
          Bubblewrap.SOCKETS, Integer.toString(Ports.FIRST), Integer.toString(Ports.MOST));
    }

    @Override
    public Inmate start(List<String> command, List<Path> readable, Map<String, String> environment)
        throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(bubblewrap.command(user, sockets, readable, command));
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Wrapped(Forker.start(builder));
    }
  }

  /** What bubblewrap watches: the process inside is its only child. */
  private record Wrapped(Process process) implements Inmate {

    @Override
    public Optional<ProcessHandle> student() {
      return process.toHandle().children().findFirst();
    }

    /**
     * Kills the first process of the namespace, and with it all others: bubblewrap ends after them.
     */
    @Override
    public void kill() {
      student().orElse(process.toHandle()).destroyForcibly();
    }

    @Override
    public void killOrphans() {
      // Nobody outlives the namespace.
    }
  }
}
