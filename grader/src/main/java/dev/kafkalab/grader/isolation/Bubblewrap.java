package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command line of bubblewrap (bwrap(1)) for one cell: what a process there has of the file
 * system, and what it may use up.
 *
 * <p>Root gives each cell a user of its own. Others get a user namespace, in which their own user
 * has no rights.
 */
final class Bubblewrap {

  /** Where a cell's sockets are, seen from inside. */
  static final String SOCKETS = "/run/kafka";

  static final Path HOME = Path.of("/home/student");
  static final Path TEMPORARY = Path.of("/tmp");

  /** Threads count, too: a thread for each of a thousand events, in two consumers, is allowed. */
  private static final int MOST_PROCESSES = 4_000;

  private static final int MOST_FILES = 1_024;
  private static final long MEBIBYTE = 1L << 20;
  private static final long MOST_ON_DISK = 64 * MEBIBYTE;
  private static final long MOST_DATA = 6_144 * MEBIBYTE; // with stacks of 1 MiB

  /** What a JVM and a shell need of a system, besides Java. */
  private static final List<String> SYSTEM =
      List.of("/usr/bin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec");

  private static final List<String> SYSTEM_SHORT = List.of("/bin", "/lib", "/lib32", "/lib64");

  /** Before it, Linux counts all processes of a user, also those outside (Linux 5.14, ucounts). */
  private static final Version COUNTS_BY_NAMESPACE = Version.parse("5.14");

  private static final Version KERNEL = kernel();

  private final String program;
  private final Path java;
  private final Path settings;

  /**
   * Takes what is the same in all cells.
   *
   * @param program bubblewrap's
   * @param java the home of the Java that runs there
   * @param settings a folder with the files of {@code /etc} that it gets
   */
  Bubblewrap(String program, Path java, Path settings) {
    this.program = program;
    this.java = java;
    this.settings = settings;
  }

  private static Version kernel() {
    Matcher number = Pattern.compile("^\\d+\\.\\d+").matcher(System.getProperty("os.version"));
    return number.find() ? Version.parse(number.group()) : Version.parse("0");
  }

  /**
   * Returns the command that runs another one in a new cell.
   *
   * @param user the number of the user that root gives the cell; 0 where the grader is not root
   * @param sockets a folder of the machine that is {@value #SOCKETS} inside
   * @param readable files and folders that are read by the same path
   */
  List<String> command(long user, Path sockets, List<Path> readable, List<String> command) {
    List<String> all = new ArrayList<>(List.of(program));
    all.addAll(namespaces(user != 0));
    all.addAll(system());
    all.addAll(folders());
    all.addAll(List.of("--ro-bind", sockets.toString(), SOCKETS));
    all.addAll(bound(readable));
    all.addAll(List.of("--remount-ro", "/", "--chdir", HOME.toString()));
    all.addAll(limits(user != 0 || KERNEL.compareTo(COUNTS_BY_NAMESPACE) >= 0));
    if (user != 0) {
      all.addAll(asUser(Long.toString(user)));
    }
    all.addAll(command);
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

  private List<String> system() {
    List<String> options = new ArrayList<>(folder("/usr"));
    for (String each : SYSTEM) {
      options.addAll(List.of("--ro-bind-try", each, each));
    }
    for (String each : SYSTEM_SHORT) {
      Path path = Path.of(each);
      if (Files.isSymbolicLink(path)) {
        options.addAll(List.of("--symlink", "usr" + each, each));
      } else {
        options.addAll(List.of("--ro-bind-try", each, each));
      }
    }
    options.addAll(folder("/etc"));
    options.addAll(List.of("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"));
    options.addAll(List.of("--ro-bind-try", "/etc/alternatives", "/etc/alternatives"));
    for (String each : List.of("hosts", "nsswitch.conf")) {
      options.addAll(List.of("--ro-bind", settings.resolve(each).toString(), "/etc/" + each));
    }
    options.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    return options;
  }

  private static List<String> folders() {
    List<String> options = new ArrayList<>();
    options.addAll(ofMemory("1777", TEMPORARY));
    options.addAll(folder("/home"));
    options.addAll(ofMemory("0777", HOME));
    options.addAll(folder("/run"));
    return options;
  }

  private static List<String> ofMemory(String rights, Path path) {
    String size = Long.toString(MOST_ON_DISK);
    return List.of("--size", size, "--perms", rights, "--tmpfs", path.toString());
  }

  private static List<String> folder(String path) {
    return List.of("--perms", "0755", "--dir", path);
  }

  private List<String> bound(List<Path> readable) {
    List<String> options = new ArrayList<>();
    Set<Path> made = new LinkedHashSet<>();
    List<Path> all = new ArrayList<>(readable);
    all.add(java);
    all.addAll(settingsOfJava());
    for (Path each : all) {
      for (Path above : ancestors(each.toAbsolutePath())) {
        if (made.add(above)) {
          options.addAll(folder(above.toString()));
        }
      }
      options.addAll(
          List.of("--ro-bind", each.toAbsolutePath().toString(), each.toAbsolutePath().toString()));
    }
    return options;
  }

  /** Debian's Java keeps its settings below /etc, and has links to there. */
  private List<Path> settingsOfJava() {
    try {
      Path conf = java.resolve("conf").resolve("security").resolve("java.security").toRealPath();
      return conf.startsWith(java) || conf.getNameCount() < 2
          ? List.of()
          : List.of(conf.getRoot().resolve(conf.subpath(0, 2)));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<Path> ancestors(Path path) {
    List<Path> above = new ArrayList<>();
    for (Path each = path.getParent();
        each != null && each.getNameCount() > 0;
        each = each.getParent()) {
      above.add(0, each);
    }
    return above;
  }

  private static List<String> limits(boolean countsProcesses) {
    List<String> limits = new ArrayList<>(List.of("prlimit", "--core=0"));
    if (countsProcesses) {
      limits.add("--nproc=" + MOST_PROCESSES);
    }
    limits.add("--nofile=" + MOST_FILES);
    limits.add("--fsize=" + MOST_ON_DISK);
    limits.add("--data=" + MOST_DATA);
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
}
