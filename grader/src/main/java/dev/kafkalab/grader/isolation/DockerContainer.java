package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cells of Docker: a container for each process, of an empty image, that sees the same files as a
 * sandbox.
 */
final class DockerContainer implements Enclosure {

  private static final AtomicInteger CONTAINERS = new AtomicInteger();

  private final Docker docker;
  private final CellView view;
  private final Path folder;
  private final String ownUser;

  /**
   * Takes what is the same in all cells.
   *
   * @param folder where it may write what it needs
   */
  DockerContainer(Docker docker, CellView view, Path folder) throws IOException {
    this.docker = docker;
    this.view = view;
    this.folder = folder;
    Path self = Path.of("/proc/self");
    this.ownUser =
        Files.getAttribute(self, "unix:uid") + ":" + Files.getAttribute(self, "unix:gid");
  }

  @Override
  public Isolation isolation() {
    return Isolation.CONTAINER;
  }

  /** The environment of Docker's program is the grader's: it says where Docker is. */
  @Override
  public Inmate start(Wanted wanted) throws IOException {
    String name = "kafkalab-" + ProcessHandle.current().pid() + "-" + CONTAINERS.incrementAndGet();
    Path id = folder.resolve(name);
    Process process = new ProcessBuilder(command(name, id, wanted)).start();
    return new Contained(process, docker, name, id, new AtomicReference<>());
  }

  private List<String> command(String name, Path id, Wanted wanted) {
    List<String> all = new ArrayList<>(docker.run(name));
    all.addAll(List.of("--cidfile", id.toString(), "--interactive", "--hostname", "localhost"));
    all.addAll(List.of("--network", "none", "--ipc", "none", "--cap-drop", "ALL"));
    all.addAll(List.of("--security-opt", "no-new-privileges", "--read-only"));
    all.addAll(List.of("--workdir", CellView.HOME.toString()));
    all.add("--user=" + (wanted.user() == 0 ? ownUser : wanted.user() + ":" + wanted.user()));
    all.addAll(limits());
    for (Path each : List.of(CellView.TEMPORARY, CellView.HOME)) {
      // Kafka's compressions unpack libraries there, and load them.
      all.add("--tmpfs=" + each + ":rw,exec,nosuid,nodev,mode=1777,size=" + CellLimits.ON_DISK);
    }
    view.sources(wanted.sockets(), wanted.readable())
        .forEach((inside, source) -> all.add("--mount=" + mount(source, inside)));
    wanted.environment().forEach((variable, value) -> all.add("--env=" + variable + "=" + value));
    all.add(docker.image());
    all.addAll(wanted.command());
    return all;
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    limits.add("--pids-limit=" + CellLimits.PROCESSES);
    limits.add("--memory=" + CellLimits.MEMORY);
    limits.add("--memory-swap=" + (docker.limitsSwap() ? CellLimits.MEMORY : -1));
    limits.add("--oom-score-adj=1000");
    limits.add("--ulimit=core=0");
    limits.add("--ulimit=nofile=" + CellLimits.OPEN_FILES);
    limits.add("--ulimit=fsize=" + CellLimits.ON_DISK);
    return limits;
  }

  /** Docker reads the description of a mount as a line of CSV. */
  static String mount(Path source, Path inside) {
    return "type=bind,readonly," + field("source", source) + "," + field("target", inside);
  }

  private static String field(String name, Path path) {
    String field = name + "=" + path;
    return field.contains(",") || field.contains("\"")
        ? "\"" + field.replace("\"", "\"\"") + "\""
        : field;
  }

  /** What Docker's program is connected to. */
  private record Contained(
      Process process,
      Docker docker,
      String name,
      Path idFile,
      AtomicReference<ProcessHandle> found)
      implements Inmate {

    @Override
    public Optional<ProcessHandle> student() {
      return first().flatMap(FirstProcess::childOf);
    }

    /** Linux tells which container a process belongs to: its control group has the id. */
    private Optional<ProcessHandle> first() {
      if (found.get() == null) {
        id().flatMap(ControlGroup::firstProcess).ifPresent(found::set);
      }
      return Optional.ofNullable(found.get());
    }

    private Optional<String> id() {
      try {
        return Optional.of(Files.readString(idFile)).filter(id -> !id.isBlank());
      } catch (NoSuchFileException e) {
        return Optional.empty(); // it has not been made yet
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /**
     * Kills the first process, and with it all others. Where that cannot be done from here, because
     * it does not run yet or is another user's, Docker removes the container.
     */
    @Override
    public void kill() {
      if (first().filter(ProcessHandle::destroyForcibly).isEmpty() && process.isAlive()) {
        process.destroyForcibly();
        Daemon.start("docker-rm", () -> docker.remove(name));
      }
    }

    @Override
    public void killOrphans() {
      // Nobody outlives the container.
    }
  }
}
