package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.folder.HeldFolder;
import dev.kafkalab.grader.tap.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs each process in namespaces of its own, where there is nothing but what the process needs.
 */
public final class Sandbox implements Confinement {

  /** Where user numbers begin that no system gives to anybody (systemd's UIDS-GIDS). */
  private static final long FIRST_USER = 2_000_000_000L;

  private static final int USERS = 100_000_000;
  private static final int SECONDS_TO_TRY = 20;
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
   * @param folder where it keeps what its cells need
   * @throws IsolationUnavailable where it does not work here, with what to do
   */
  public static Sandbox in(Path folder) {
    String program = Programs.find("bwrap").orElseThrow(IsolationUnavailable::noBubblewrap);
    try {
      Path shared = Files.createDirectories(folder.resolve("shared"));
      HeldFolder.readableForAll(shared);
      Path settings = Files.createDirectories(folder.resolve("etc"));
      write(settings.resolve("hosts"), "127.0.0.1 localhost");
      write(settings.resolve("nsswitch.conf"), "hosts: files");
      boolean isRoot = Programs.areRunByRoot();
      Bubblewrap bubblewrap =
          new Bubblewrap(program, Path.of(System.getProperty("java.home")), settings);
      Sandbox sandbox = new Sandbox(folder, shared, bubblewrap, isRoot);
      sandbox.tryOut();
      return sandbox;
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox could not be prepared", e);
    }
  }

  private static void write(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n");
    HeldFolder.readableForAll(file);
  }

  private void tryOut() throws IOException {
    Process process =
        newCell().start(List.of("/usr/bin/true"), List.of(shared), Map.of()).process();
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
  public Cell newCell() {
    int number = CELLS.incrementAndGet();
    try {
      Path sockets = Files.createDirectories(folder.resolve("cell-" + number));
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
