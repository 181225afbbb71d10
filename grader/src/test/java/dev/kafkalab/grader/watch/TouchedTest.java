package dev.kafkalab.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.resources.Compiling;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIf("thereIsAReference")
class TouchedTest {

  private static final Path REFERENCE = Path.of("..", "reference-solution");
  private static final String PACKAGE = "dev/kafkalab/lab/";

  @TempDir private static Path shared;
  private static ClassGraph reference = ClassGraph.EMPTY;

  static boolean thereIsAReference() {
    return Files.isDirectory(REFERENCE);
  }

  static List<KnownSubmission> bad() throws IOException {
    return new Zoo(Path.of("zoo"))
        .read().stream().filter(each -> !each.failing().isEmpty()).toList();
  }

  @BeforeAll
  static void compile() {
    reference = compiled(REFERENCE, shared.resolve("reference"));
  }

  private static ClassGraph compiled(Path solution, Path work) {
    Ready ready = (Ready) Compiling.of(solution, attempt -> work).once(1);
    return ClassGraph.of(ready.classes());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whateverAKnownFaultBreaksIsTouchedByItsFiles(KnownSubmission known, @TempDir Path folder)
      throws IOException {
    known.write(REFERENCE, folder);

    List<String> changed = new ArrayList<>();
    boolean answers = false;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path original = REFERENCE.resolve(folder.relativize(file));
        String name = file.getFileName().toString();
        if (Files.exists(original) && Files.mismatch(file, original) < 0) {
          continue;
        }
        answers |= name.equals("ANSWERS.md");
        if (name.endsWith(".java")) {
          changed.add(PACKAGE + name.replace(".java", ""));
        }
      }
    }
    Set<Part> parts = Touched.parts(changed, List.of(reference));
    if (answers) {
      parts.add(Part.ANSWERS);
    }

    assertThat(Touched.of(LabRubric.criteria(), parts))
        .extracting(CriterionInfo::id)
        .containsAll(known.failing());
  }

  @ParameterizedTest
  @CsvSource({
    "KafkaTopicSetup, TOPIC",
    "KafkaUserEventProducer, PRODUCER",
    "HandledOffsets, CONSUMER DEAD_LETTERS",
    "UserActivityTracker, ACTIVITY",
    "PrintingHandler, PROGRAM",
  })
  void aClassTouchesThePartsThatUseIt(String name, String parts) {
    List<Part> expected = Arrays.stream(parts.split(" ", -1)).map(Part::valueOf).toList();

    assertThat(Touched.parts(List.of(PACKAGE + name), List.of(reference)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"KafkaLabFactory", "KafkaLabFactory$Inner", "LoadedByItsName"})
  void whatNoPartIsSeenToUseTouchesAll(String name) {
    assertThat(Touched.parts(List.of(PACKAGE + name), List.of(reference))).hasSize(7);
  }

  @Test
  void aChangedConstantTouchesThoseThatHaveItsValue(@TempDir Path work) throws IOException {
    Path solution = work.resolve("solution");
    copy(REFERENCE.resolve("src"), solution.resolve("src"));
    Path file = solution.resolve("src/main/java/dev/kafkalab/lab/KafkaUserEventProducer.java");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace("implements UserEventProducer {", "implements UserEventProducer { int more;"));

    ClassGraph changed = compiled(solution, work.resolve("compiled"));

    assertThat(changed.changedSince(reference)).contains(PACKAGE + "KafkaUserEventProducer");
    assertThat(Touched.parts(reference, changed)).containsExactly(Part.PRODUCER);
    assertThat(Touched.parts(reference, reference)).isEmpty();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            Files.createDirectories(to.resolve(from.relativize(file)).getParent())
                .resolve(file.getFileName()));
      }
    }
  }
}
