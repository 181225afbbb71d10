package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells of bubblewrap (bwrap(1)): namespaces of their own, and limits.
 *
 * <p>Root gives each cell a user of its own. Others get a user namespace, in which their own user
 * has no rights.
 */
final class Bubblewrap implements Enclosure {

  /** Before it, Linux counts all processes of a user, also those outside (Linux 5.14, ucounts). */
  private static final Version COUNTS_BY_NAMESPACE = Version.parse("5.14");

  private static final Version KERNEL = kernel();

  /**
   * Where memory is short, Linux ends a cell's processes and none of the grader's; a filter of
   * calls is handed on as a descriptor, which Java cannot do.
   */
  private static final String BEFORE =
      "{ echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null;"
          + " filter=$1; shift; if [ -n \"$filter\" ]; then exec 9< \"$filter\"; fi; exec \"$@\"";

  private final String program;
  private final CellView view;
  private final @Nullable Path filter;

  /**
   * Takes what is the same in all cells.
   *
   * @param program bubblewrap's
   * @param folder where it may write what it needs
   */
  Bubblewrap(String program, CellView view, Path folder) throws IOException {
    this.program = program;
    this.view = view;
    Optional<byte[]> calls = SystemCallFilter.of(System.getProperty("os.arch"));
    this.filter = calls.isPresent() ? folder.resolve("system-calls") : null;
    if (calls.isPresent()) {
      Files.write(folder.resolve("system-calls"), calls.get());
    }
  }

  private static Version kernel() {
    Matcher number = Pattern.compile("^\\d+\\.\\d+").matcher(System.getProperty("os.version"));
    return number.find() ? Version.parse(number.group()) : Version.parse("0");
  }

  @Override
  public Isolation isolation() {
    return Isolation.SANDBOX;
  }

  @Override
  public Inmate start(Wanted wanted) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(wanted));
    builder.environment().clear();
    builder.environment().putAll(wanted.environment());
    return new Wrapped(Forker.start(builder));
  }

  private List<String> command(Wanted wanted) {
    boolean root = wanted.user() != 0;
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", BEFORE, "sh"));
    all.add(filter == null ? "" : filter.toString());
    all.add(program);
    if (filter != null) {
      all.addAll(List.of("--seccomp", "9"));
    }
    all.addAll(namespaces(root));
    all.addAll(files(wanted));
    all.addAll(List.of("--remount-ro", "/", "--chdir", CellView.HOME.toString()));
    all.addAll(limits(root || KERNEL.compareTo(COUNTS_BY_NAMESPACE) >= 0));
    if (root) {
      all.addAll(asUser(Long.toString(wanted.user())));
    }
    all.addAll(wanted.command());
    return all;
  }

  private static List<String> namespaces(boolean root) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--unshare-pid",
                "--unshare-net",
                "--unshare-ipc",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--die-with-parent",
                "--new-session",
                "--as-pid-1",
                "--hostname",
                "localhost",
                "--cap-drop",
                "ALL"));
    if (root) {
      for (String right : List.of("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP")) {
        options.addAll(List.of("--cap-add", right));
      }
    } else {
      options.add("--unshare-user");
    }
    return options;
  }

  private List<String> files(Wanted wanted) {
    List<String> options = new ArrayList<>();
    Map<Path, Path> sources = view.sources(wanted.sockets(), wanted.readable());
    options.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    options.addAll(folder(CellView.HOMES));
    options.addAll(ofMemory("1777", CellView.TEMPORARY));
    options.addAll(ofMemory("0777", CellView.HOME));
    foldersAbove(sources.keySet()).forEach(above -> options.addAll(folder(above)));
    sources.forEach(
        (inside, source) ->
            options.addAll(List.of("--ro-bind", source.toString(), inside.toString())));
    return options;
  }

  private static Set<Path> foldersAbove(Set<Path> paths) {
    Set<Path> above = new LinkedHashSet<>();
    for (Path path : paths) {
      Path parent = path.getParent();
      for (int i = 1; parent != null && i <= parent.getNameCount(); i++) {
        above.add(parent.getRoot().resolve(parent.subpath(0, i)));
      }
    }
    return above;
  }

  private static List<String> folder(Path path) {
    return List.of("--perms", "0755", "--dir", path.toString());
  }

  private static List<String> ofMemory(String rights, Path path) {
    String size = Long.toString(CellLimits.ON_DISK);
    return List.of("--size", size, "--perms", rights, "--tmpfs", path.toString());
  }

  private static List<String> limits(boolean countsProcesses) {
    List<String> limits = new ArrayList<>(List.of("prlimit", "--core=0"));
    if (countsProcesses) {
      limits.add("--nproc=" + CellLimits.PROCESSES);
    }
    limits.add("--nofile=" + CellLimits.OPEN_FILES);
    limits.add("--fsize=" + CellLimits.ON_DISK);
    limits.add("--data=" + CellLimits.RESERVED);
    limits.add("--");
    return limits;
  }

  /** A change of the user clears the signal that comes at the parent's death. */
  private static List<String> asUser(String user) {
    return List.of(
        "setpriv",
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "--bounding-set=-all",
        "--inh-caps=-all",
        "--no-new-privs",
        "--pdeathsig=KILL",
        "--");
  }

  /** What bubblewrap watches: the first process inside is its only child. */
  private record Wrapped(Process process) implements Inmate {

    @Override
    public Optional<ProcessHandle> student() {
      return first().flatMap(FirstProcess::childOf);
    }

    private Optional<ProcessHandle> first() {
      return process.toHandle().children().findFirst();
    }

    /**
     * Kills the first process of the namespace, and with it all others: bubblewrap ends after them.
     */
    @Override
    public void kill() {
      first().orElse(process.toHandle()).destroyForcibly();
    }

    @Override
    public long mostMemory() {
      return CellLimits.MEMORY;
    }

    @Override
    public void killOrphans() {
      // Nobody outlives the namespace.
    }
  }
}
