package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.handin.MadeUpClass;
import dev.kafkalab.grader.handin.MadeUpStudent;
import dev.kafkalab.grader.handin.MadeUpWork;
import dev.kafkalab.grader.handin.platform.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a class that is killed again and again has the results that it would have had. */
@DisabledOnOs(OS.WINDOWS)
class ClassRunIT {

  private static final long SEED = 20_261_201;
  private static final int KILLS = Brief.IS_WANTED ? 1 : 5;
  private static final int STUDENTS = Brief.IS_WANTED ? 10 : 60;
  private static final String CRITERIA = Brief.IS_WANTED ? "answers" : "topic.created,answers";
  private static final int CHANGED = Brief.IS_WANTED ? 2 : 5;
  private static final int ALONE = Brief.IS_WANTED ? 2 : MadeUpWork.values().length;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final MadeUpClass students = new MadeUpClass(STUDENTS, MadeUpWork.values());
  private final Random random = new Random(SEED);
  private Path run;
  private Path source;

  @Test
  void killsAtAnyTimeChangeNothing() throws Exception {
    run = folder.resolve("run");
    source = students.write(Shape.MOODLE, folder.resolve("source"));
    int gradable =
        (int)
            students.students().stream()
                .filter(each -> students.workOf(each).refusal().isEmpty())
                .count();
    List<String> begin = new ArrayList<>(List.of(source.toString()));
    begin.addAll(List.of("--criteria", CRITERIA, "--seed", "7"));
    begin.addAll(List.of("--broker", "embedded", "--isolation", "auto"));
    for (int kill = 1; kill <= KILLS; kill++) {
      int results = results() + 1 + random.nextInt(gradable / (KILLS + 1));
      GraderProcess killed = grade("kill" + kill, kill == 1 ? begin : List.of());
      await(results + " results")
          .atMost(LONGEST)
          .failFast("it has ended", () -> !killed.isAlive())
          .until(() -> results() >= results);
      killed.sendToItAlone("KILL");
      killed.exitCode(LONGEST);
    }

    finish("last");

    assertThat(timesGraded()).as("seed %s", SEED).hasSize(gradable);
    assertThat(timesGraded().values()).containsOnly(1);
    for (MadeUpStudent each : oneOfEachWork()) {
      assertThat(outcomes(result(each))).as("%s", students.workOf(each)).isEqualTo(alone(each));
    }

    List<Path> changed = change();
    finish("second");

    assertThat(timesGraded().values().stream().filter(times -> times == 2).count())
        .isEqualTo(changed.size());
    assertThat(timesGraded().values()).allMatch(times -> times <= 2);
  }

  private GraderProcess grade(String name, List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("dev.kafkalab.grader.cli.Main");
    arguments.addAll(List.of("class", "grade", "--into", run.toString()));
    arguments.addAll(List.of("--canaries", "0", "--jobs", "2"));
    arguments.addAll(more);
    return GraderProcess.java(Files.createDirectories(folder.resolve(name)), arguments);
  }

  private void finish(String name) throws Exception {
    GraderProcess whole = grade(name, List.of());
    assertThat(whole.exitCode(LONGEST)).as(whole.output()).isZero();
  }

  private int results() throws IOException {
    Path results = run.resolve("results");
    if (!Files.isDirectory(results)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(results)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  /** By ids, as the log has it. */
  private Map<String, Integer> timesGraded() throws IOException {
    Map<String, Integer> times = new TreeMap<>();
    for (String line : Files.readAllLines(run.resolve("log.jsonl"))) {
      JsonNode entry = JSON.readTree(line);
      if (entry.path("state").asText().equals("GRADED")) {
        times.merge(entry.path("id").asText(), 1, Integer::sum);
      }
    }
    return times;
  }

  private List<MadeUpStudent> oneOfEachWork() {
    return students.students().stream()
        .limit(ALONE)
        .filter(each -> students.workOf(each).refusal().isEmpty())
        .toList();
  }

  private JsonNode result(MadeUpStudent student) throws IOException {
    return JSON.readTree(run.resolve("results").resolve(student.id() + ".json").toFile());
  }

  /** What the same submission gets by itself, read by the same grader's other command. */
  private String alone(MadeUpStudent student) throws Exception {
    Path work = Files.createDirectories(folder.resolve("alone-" + student.id()));
    Path submission =
        source.resolve("%s_%d_assignsubmission_file".formatted(student.name(), student.id()));
    List<String> arguments = new ArrayList<>();
    arguments.add("dev.kafkalab.grader.cli.Main");
    arguments.addAll(List.of("grade", submission.toString(), "--criteria", CRITERIA));
    arguments.addAll(List.of("--seed", "7", "--broker", "embedded", "--isolation", "auto"));
    arguments.addAll(List.of("--json", work.resolve("report.json").toString()));
    GraderProcess one = GraderProcess.java(work, arguments);
    assertThat(one.exitCode(LONGEST)).as(one.output()).isIn(0, 1);
    return outcomes(one.report());
  }

  private static String outcomes(JsonNode report) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : report.path("criteria")) {
      all.add(
          Stream.of("id", "outcome", "points", "message", "location")
              .map(field -> each.path(field).asText())
              .collect(Collectors.joining(" | ")));
    }
    assertThat(all).isNotEmpty();
    return String.join("\n", all);
  }

  private List<Path> change() throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      List<Path> answers =
          files
              .filter(file -> file.getFileName().toString().equalsIgnoreCase("answers.md"))
              .sorted(Comparator.naturalOrder())
              .limit(CHANGED)
              .toList();
      for (Path file : answers) {
        Files.writeString(file, "\nOne more line.\n", StandardOpenOption.APPEND);
      }
      assertThat(answers).hasSize(CHANGED);
      return answers;
    }
  }
}
