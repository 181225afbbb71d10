package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cell has of the machine's files, all read-only: Java, the system's programs and libraries,
 * and what its process was promised.
 */
final class CellView {

  /** Where a cell's sockets are, seen from inside. */
  static final String SOCKETS = "/run/kafka";

  static final Path HOMES = Path.of("/home");
  static final Path HOME = HOMES.resolve("student");
  static final Path TEMPORARY = Path.of("/tmp");

  /** What a JVM and a shell need of a system, besides Java. */
  private static final List<String> SYSTEM =
      List.of(
          "/usr/bin",
          "/usr/lib",
          "/usr/lib32",
          "/usr/lib64",
          "/usr/libexec",
          "/bin",
          "/lib",
          "/lib32",
          "/lib64",
          "/etc/ld.so.cache",
          "/etc/alternatives");

  private final Map<Path, Path> common = new LinkedHashMap<>();

  /**
   * Looks up what is the same in all cells.
   *
   * @param java the home of the Java that runs there
   * @param settings a folder with the files of {@code /etc} that cells get
   */
  CellView(Path java, Path settings) {
    for (String each : SYSTEM) {
      Path path = Path.of(each);
      if (Files.exists(path)) {
        common.put(path, real(path));
      }
    }
    for (String each : List.of("hosts", "nsswitch.conf")) {
      common.put(Path.of("/etc", each), settings.resolve(each));
    }
    common.put(java, java);
    settingsOf(java).ifPresent(path -> common.put(path, path));
  }

  /**
   * Returns which file or folder of the machine is where in the cell.
   *
   * @param sockets the folder that is {@value #SOCKETS} inside
   * @param readable what is there by the same path
   */
  Map<Path, Path> sources(Path sockets, List<Path> readable) {
    Map<Path, Path> sources = new LinkedHashMap<>(common);
    sources.put(Path.of(SOCKETS), sockets);
    readable.forEach(path -> sources.put(path.toAbsolutePath(), path.toAbsolutePath()));
    return sources;
  }

  /** On many systems {@code /bin} is a link to {@code /usr/bin}. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /** Debian's Java keeps its settings below /etc, and has links to there. */
  private static Optional<Path> settingsOf(Path java) {
    try {
      Path conf = java.resolve("conf").resolve("security").resolve("java.security").toRealPath();
      return conf.startsWith(java) || conf.getNameCount() < 2
          ? Optional.empty()
          : Optional.of(conf.getRoot().resolve(conf.subpath(0, 2)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
