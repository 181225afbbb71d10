package dev.kafkalab.grader.classrun.similar;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for a JDK that is new enough for JPlag, whose classes need Java {@value #LEAST}. */
final class NewerJava {

  /** What JPlag 6 is compiled for. */
  static final int LEAST = 21;

  /** GitHub's machines name theirs so: {@code JAVA_HOME_21_X64}. */
  private static final Pattern VARIABLE = Pattern.compile("JAVA_HOME(_\\d+_\\w+)?|JDK_HOME");

  private static final Pattern VERSION = Pattern.compile("\"?(\\d+)[.\"].*");

  private NewerJava() {}

  /**
   * Returns the home of the oldest one that is new enough, the best tested.
   *
   * @param variables the environment
   * @param own the home of the JDK that the grader runs on: others stand beside it
   */
  static Optional<Path> find(Map<String, String> variables, Path own) {
    List<Path> homes = new ArrayList<>();
    homes.add(own);
    variables.forEach(
        (name, value) -> {
          if (VARIABLE.matcher(name).matches() && !value.isBlank()) {
            homes.add(Path.of(value));
          }
        });
    homes.addAll(beside(own));
    Optional<Path> best = Optional.empty();
    int bestVersion = Integer.MAX_VALUE;
    for (Path home : homes) {
      int version = version(home);
      if (version >= LEAST && version < bestVersion) {
        best = Optional.of(home);
        bestVersion = version;
      }
    }
    return best;
  }

  /** Returns whether this JDK is new enough. */
  static boolean isGoodEnough(Path home) {
    return version(home) >= LEAST;
  }

  /** On macOS a JDK's home is two folders below those that stand beside each other. */
  private static List<Path> beside(Path own) {
    Path inside = Path.of("Contents", "Home");
    boolean isBundle = own.endsWith(inside);
    Path folder = own.resolve(isBundle ? "../../.." : "..").normalize();
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> isBundle ? each.resolve(inside) : each).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Each JDK says its version in the file {@code release}; 0 for what is none. */
  private static int version(Path home) {
    boolean hasCompiler =
        Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
    if (!hasCompiler) {
      return 0;
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
    Matcher version = VERSION.matcher(release.getProperty("JAVA_VERSION", ""));
    return version.matches() ? Integer.parseInt(version.group(1)) : 0;
  }
}
