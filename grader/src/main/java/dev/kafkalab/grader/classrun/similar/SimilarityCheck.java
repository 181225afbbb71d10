package dev.kafkalab.grader.classrun.similar;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Pair;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares submissions with each other.
 *
 * <p>JPlag does it, in a JVM of its own on a newer JDK. It reads the submissions and runs nothing
 * of them.
 */
public final class SimilarityCheck {

  /** The file that JPlag's own viewer opens. */
  public static final String JPLAG_FILE = "similar.jplag";

  private static final Duration MOST = Duration.ofHours(1);
  private static final Pattern PROGRESS = Pattern.compile("progress (\\d+) of (\\d+)");
  private static final String ALL = "all";
  private static final String SOURCE = "FindSimilar.java";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path java;
  private final String classPath;
  private final Path work;

  /** Is told how many pairs are compared. */
  @FunctionalInterface
  public interface Listener {

    /** Says so, now and then. */
    void compared(int done, int all);
  }

  private SimilarityCheck(Path java, String classPath, Path work) {
    this.java = java;
    this.classPath = classPath;
    this.work = work;
  }

  /**
   * Finds what it needs.
   *
   * @param root the root of the grader's repository
   * @param jdk the JDK to use; null to look for one
   * @param work an empty folder of ours
   * @throws NotCompared where something is missing
   */
  public static SimilarityCheck prepare(Path root, @Nullable Path jdk, Path work)
      throws IOException, NotCompared {
    if (jdk != null && !NewerJava.isGoodEnough(jdk)) {
      throw new NotCompared(
          "JPlag, which compares submissions, needs JDK %s or newer, and '%s' is none."
              .formatted(NewerJava.LEAST, jdk));
    }
    Optional<Path> home =
        jdk == null
            ? NewerJava.find(System.getenv(), Path.of(System.getProperty("java.home")))
            : Optional.of(jdk);
    if (home.isEmpty()) {
      throw new NotCompared(
          "JPlag, which compares submissions, needs JDK %s or newer, and none was found: install one and name its folder with --jdk."
              .formatted(NewerJava.LEAST));
    }
    return new SimilarityCheck(
        home.get().resolve("bin").resolve("java"), JplagLibrary.classPath(root, work), work);
  }

  /**
   * Compares them, and writes {@value ClassBook#SIMILAR} and {@value #JPLAG_FILE}.
   *
   * @param submissions the folders of at least two submissions, by their ids
   * @param given the submission that everybody began with: what is in it does not count
   * @param run the folder of the two files
   * @param least how much alike the pairs are that are named, from 0 to 1
   * @param most how many are named
   * @throws NotCompared where JPlag fails
   */
  public SimilarPairs compare(
      Map<String, Path> submissions,
      Path given,
      Path run,
      double least,
      int most,
      Listener listener)
      throws IOException, NotCompared {
    Path all = work.resolve(ALL);
    for (Map.Entry<String, Path> each : submissions.entrySet()) {
      copy(each.getValue(), all.resolve(each.getKey()));
    }
    Path base = work.resolve("given");
    copy(given, base);
    Path found = work.resolve(ClassBook.SIMILAR);
    Path result = work.resolve(JPLAG_FILE);
    Program.End end =
        new Program(
                List.of(
                    java.toString(),
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    classPath,
                    source().toString(),
                    all.toString(),
                    base.toString(),
                    found.toString(),
                    result.toString(),
                    Integer.toString(most)),
                MOST)
            .run(line -> tell(line, listener));
    if (!end.isFine() || !Files.exists(found)) {
      throw new NotCompared("JPlag failed to compare the submissions: %s.".formatted(end.words()));
    }
    SimilarPairs pairs = named(JSON.readValue(found.toFile(), SimilarPairs.class), least);
    WholeFile.write(run.resolve(JPLAG_FILE), Files.readAllBytes(result));
    WholeFile.write(run.resolve(ClassBook.SIMILAR), JsonText.of(pairs));
    return pairs;
  }

  private SimilarPairs named(SimilarPairs found, double least) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : found.pairs()) {
      if (pair.similarity() >= least) {
        pairs.add(isSame(pair) ? new Pair(pair.one(), pair.other(), 1, pair.parts()) : pair);
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::similarity)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return new SimilarPairs(
        SimilarPairs.SCHEMA,
        found.tool(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        found.compared(),
        found.leftOut(),
        found.median(),
        pairs);
  }

  /** Returns whether two handed in the same files, and more than what all were given. */
  private boolean isSame(Pair pair) throws IOException {
    return !pair.parts().isEmpty() && filesOf(pair.one()).equals(filesOf(pair.other()));
  }

  /** Returns what was compared of a submission, by the names of its files. */
  private Map<String, String> filesOf(String id) throws IOException {
    Path folder = work.resolve(ALL).resolve(id);
    Map<String, String> all = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        all.put(folder.relativize(file).toString(), text.replace("\r\n", "\n"));
      }
    }
    return all;
  }

  private static void tell(String line, Listener listener) {
    Matcher progress = PROGRESS.matcher(line);
    if (progress.matches()) {
      listener.compared(Integer.parseInt(progress.group(1)), Integer.parseInt(progress.group(2)));
    }
  }

  /** Copies the sources of a submission: its files of Java below {@code src/main/java}. */
  private static void copy(Path submission, Path to) throws IOException {
    Path sources = submission.resolve("src").resolve("main").resolve("java");
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(SimilarityCheck::isSource).toList()) {
        Path copy = to.resolve(sources.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private Path source() throws IOException {
    Path file = work.resolve(SOURCE);
    try (InputStream source = SimilarityCheck.class.getResourceAsStream(SOURCE)) {
      if (source == null) {
        throw new IllegalStateException(SOURCE + " is missing in the grader");
      }
      Files.write(file, source.readAllBytes());
    }
    return file;
  }
}
