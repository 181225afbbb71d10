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

/** Runs each process in a cell where there is nothing but what the process needs. */
public final class Enclosed implements Confinement {

  /** Where user numbers begin that no system gives to anybody (systemd's UIDS-GIDS). */
  private static final long FIRST_USER = 2_000_000_000L;

  private static final int USERS = 100_000_000;
  private static final int SECONDS_TO_TRY = 20;

  private static final String READ_ALL =
      "for path; do [ -r \"$path\" ] || { echo \"$path cannot be read by others\" >&2; exit 1; }; done";

  private static final AtomicInteger CELLS = new AtomicInteger();

  private final Path folder;
  private final Path shared;
  private final Enclosure enclosure;
  private final boolean isRoot;
  private final Slots slots = new Slots();

  private Enclosed(Path folder, Path shared, Enclosure enclosure, boolean isRoot) {
    this.folder = folder;
    this.shared = shared;
    this.enclosure = enclosure;
    this.isRoot = isRoot;
  }

  /**
   * Prepares cells of bubblewrap and tries one.
   *
   * @param folder where they keep what they need; it must be there: one that a grading has deleted
   *     is not made again
   * @param readable what must be readable in them
   * @throws IsolationUnavailable where that does not work here, with what to do
   */
  public static Confinement inSandbox(Path folder, List<Path> readable) {
    String program = Programs.find("bwrap").orElseThrow(IsolationUnavailable::noBubblewrap);
    return prepared(folder, readable, view -> new Bubblewrap(program, view, folder));
  }

  /**
   * Prepares cells of Docker and tries one.
   *
   * @param folder where they keep what they need; it must be there
   * @param readable what must be readable in them
   * @throws IsolationUnavailable where that does not work here, with what to do
   */
  public static Confinement inContainers(Path folder, List<Path> readable) {
    Docker docker = Docker.find();
    return prepared(folder, readable, view -> new DockerContainer(docker, view, folder));
  }

  private static Enclosed prepared(Path folder, List<Path> readable, Maker maker) {
    try {
      Path shared = folder(folder.resolve("shared"));
      HeldFolder.readableForAll(shared);
      Path settings = folder(folder.resolve("etc"));
      write(settings.resolve("hosts"), "127.0.0.1 localhost");
      write(settings.resolve("nsswitch.conf"), "hosts: files");
      CellView view = new CellView(Path.of(System.getProperty("java.home")), settings);
      Enclosed cells = new Enclosed(folder, shared, maker.make(view), Programs.areRunByRoot());
      cells.tryOut(readable);
      return cells;
    } catch (IOException e) {
      throw new UncheckedIOException("Cells for the student's code could not be prepared", e);
    }
  }

  /**
   * Returns why an isolation does not work on this machine, with what to do; empty where it does.
   */
  public static Optional<String> whyNot(Isolation isolation) {
    try {
      Path folder = Files.createTempDirectory("cells");
      try {
        Confinement unused =
            isolation == Isolation.CONTAINER
                ? inContainers(folder, List.of())
                : inSandbox(folder, List.of());
        return Optional.empty();
      } finally {
        FolderDeletion.of(folder);
      }
    } catch (IsolationUnavailable | IOException e) {
      return Optional.of(FullStop.after(String.valueOf(e.getMessage())));
    }
  }

  /** Another enclosure, which did not work, may have made it. */
  private static Path folder(Path path) throws IOException {
    return Files.isDirectory(path) ? path : Files.createDirectory(path);
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
    Inmate inmate = newCell("trial-").start(command, all, Map.of("PATH", "/usr/bin:/bin"));
    Process process = inmate.process();
    try {
      if (!process.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS)) {
        throw IsolationUnavailable.doesNotWork(isolation(), "it does not end");
      }
      if (process.exitValue() != 0) {
        String why =
            new String(process.getErrorStream().readNBytes(1_000), StandardCharsets.UTF_8).strip();
        throw IsolationUnavailable.doesNotWork(isolation(), why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw IsolationUnavailable.doesNotWork(isolation(), "interrupted");
    } finally {
      if (process.isAlive()) {
        inmate.kill();
      }
    }
  }

  @Override
  public Isolation isolation() {
    return enclosure.isolation();
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
      return new EnclosedCell(sockets, isRoot ? userOf(number) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException("A cell could not be made", e);
    }
  }

  /** Two graders at the same time have different numbers, too. */
  private static long userOf(int number) {
    return FIRST_USER + (ProcessHandle.current().pid() * 1_009 + number) % USERS;
  }

  private final class EnclosedCell implements Cell {

    private final Path sockets;
    private final long user;

    EnclosedCell(Path sockets, long user) {
      this.sockets = sockets;
      this.user = user;
    }

    @Override
    public Path home() {
      return CellView.HOME;
    }

    @Override
    public Path temporary() {
      return CellView.TEMPORARY;
    }

    @Override
    public Ports ports() {
      return Ports.joinedTo(sockets);
    }

    @Override
    public List<String> portArguments() {
      return List.of(CellView.SOCKETS, Integer.toString(Ports.FIRST), Integer.toString(Ports.MOST));
    }

    @Override
    public Inmate start(List<String> command, List<Path> readable, Map<String, String> environment)
        throws IOException {
      int slot = slots.take();
      Inmate inmate =
          enclosure.start(
              new Enclosure.Wanted(
                  user, sockets, readable, environment, FirstProcess.of(slot, command)));
      var unused = inmate.process().onExit().thenRun(() -> slots.free(slot));
      return inmate;
    }
  }

  /** Makes an enclosure whose cells have this view of the machine. */
  @FunctionalInterface
  private interface Maker {
    Enclosure make(CellView view) throws IOException;
  }
}
