package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class that was graded, as the files of its run say.
 *
 * @param folder the run's
 * @param revision the grader's
 * @param policy what applies to lateness
 * @param rows everybody, in the order of the class
 * @param similar which submissions are alike; null where nobody has compared them
 */
public record ClassBook(
    Path folder,
    RunSettings settings,
    String revision,
    Policy policy,
    List<Row> rows,
    List<ClassRecord.Canary> canaries,
    List<PointsByHand> forNobody,
    @Nullable SimilarPairs similar) {

  /** The file of who is in a run. */
  public static final String RECORD = "class.json";

  /** The file of what a run's gradings have in common. */
  public static final String SETTINGS = "run.json";

  /** The file of what applies to lateness. */
  public static final String POLICY = "policy.json";

  /** The file of what was given by hand. */
  public static final String BY_HAND = "overrides.csv";

  /** The file of which submissions are alike. */
  public static final String SIMILAR = "similar.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists, so that a book never changes. */
  public ClassBook {
    rows = List.copyOf(rows);
    canaries = List.copyOf(canaries);
    forNobody = List.copyOf(forNobody);
  }

  /** A student with what counts. */
  public record Row(Standing standing, Mark mark) {

    /** Returns who it is. */
    public Student who() {
      return standing.who();
    }

    /** Returns the report; null unless it was graded. */
    public @Nullable GradeReport report() {
      return standing.report();
    }
  }

  /**
   * Reads a run.
   *
   * @param criteria the ids of all criteria of the rubric
   * @throws RunProblem where the folder has no run, or a file of it is not as it must be
   */
  public static ClassBook read(Path folder, Set<String> criteria) throws IOException, RunProblem {
    RunSettings settings = read(folder, SETTINGS, RunSettings.class);
    ClassRecord record = read(folder, RECORD, ClassRecord.class);
    Policy policy =
        Files.exists(folder.resolve(POLICY)) ? read(folder, POLICY, Policy.class) : Policy.NONE;
    List<PointsByHand> byHand = Overrides.read(folder.resolve(BY_HAND), criteria);
    List<Row> rows = new ArrayList<>();
    for (Standing standing : record.students()) {
      Standing whole = standing.with(reportOf(folder, standing));
      List<PointsByHand> own =
          byHand.stream().filter(each -> each.id().equals(standing.who().id())).toList();
      rows.add(new Row(whole, Mark.of(whole, own, policy)));
    }
    Set<String> ids = rows.stream().map(row -> row.who().id()).collect(Collectors.toSet());
    return new ClassBook(
        folder,
        settings,
        record.revision(),
        policy,
        rows,
        record.canaries(),
        byHand.stream().filter(each -> !ids.contains(each.id())).toList(),
        Files.exists(folder.resolve(SIMILAR)) ? read(folder, SIMILAR, SimilarPairs.class) : null);
  }

  private static <T> T read(Path folder, String name, Class<T> type)
      throws IOException, RunProblem {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new RunProblem("'%s' has no %s: grade a class into it first.".formatted(folder, name));
    }
    try {
      return JSON.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw new RunProblem("'%s' cannot be read: %s.".formatted(file, e.getOriginalMessage()));
    }
  }

  private static @Nullable GradeReport reportOf(Path folder, Standing standing) throws IOException {
    if (standing.state() != State.GRADED) {
      return null;
    }
    Path file = reportFile(folder, standing.who().id());
    return Files.exists(file) ? JSON.readValue(file.toFile(), GradeReport.class) : null;
  }

  /** Returns the file of a student's report. */
  public static Path reportFile(Path folder, String id) {
    return folder.resolve("results").resolve(id + ".json");
  }

  /** Returns the page of a student's report. */
  public static Path pageFile(Path folder, String id) {
    return folder.resolve("feedback").resolve(id + ".html");
  }

  /** Returns whether canaries were judged, and each of them rightly. */
  public boolean isTrustworthy() {
    return canaries.stream().allMatch(ClassRecord.Canary::right);
  }

  /** Returns somebody's row; empty where nobody of the class has this id. */
  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.who().id().equals(id)).findFirst();
  }

  /** Returns what to call somebody, with the id; the id where nobody of the class has it. */
  public String nameOf(String id) {
    return row(id)
        .map(row -> row.who().name())
        .filter(name -> !name.equals(id))
        .map(name -> "%s (%s)".formatted(name, id))
        .orElse(id);
  }
}
