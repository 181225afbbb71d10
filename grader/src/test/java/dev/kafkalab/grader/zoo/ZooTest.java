package dev.kafkalab.grader.zoo;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZooTest {

  private static final Path REFERENCE = Path.of("..", "reference-solution");
  private static final Zoo ZOO = new Zoo(Path.of("zoo"));

  @TempDir private Path folder;

  static boolean thereIsAReference() {
    return Files.isDirectory(REFERENCE);
  }

  static List<KnownSubmission> known() throws IOException {
    return ZOO.read();
  }

  @ParameterizedTest
  @EnabledIf("thereIsAReference")
  @MethodSource("known")
  void eachStillFitsTheReference(KnownSubmission submission) {
    submission.write(REFERENCE, folder);

    assertThat(folder.resolve("ANSWERS.md")).exists();
  }

  @Test
  void eachExpectsOnlyWhatIsInTheRubric() throws IOException {
    List<String> rubric = LabRubric.criteria().stream().map(CriterionInfo::id).toList();
    List<String> misconceptions =
        Arrays.stream(Misconception.values()).map(Misconception::id).toList();

    for (KnownSubmission submission : known()) {
      assertThat(rubric).as(submission.toString()).containsAll(submission.expected().keySet());
      assertThat(submission.criteria(true))
          .as(submission.toString())
          .containsAll(submission.failing());
      assertThat(misconceptions).as(submission.toString()).containsAll(submission.misconceptions());
    }
  }

  @Test
  void eachCriterionHasTwoThatFailItAndNothingElse() throws IOException {
    Map<String, Integer> failing = new HashMap<>();
    known().stream()
        .map(KnownSubmission::failing)
        .filter(criteria -> criteria.size() == 1)
        .forEach(criteria -> failing.merge(criteria.iterator().next(), 1, Integer::sum));

    Set<String> wanting = new TreeSet<>(SeenBy.criteriaOf(Set.of(SeenBy.ALL)));
    wanting.removeIf(criterion -> failing.getOrDefault(criterion, 0) >= 2);

    // More commits than are needed are no fault, and what is lost in a crash is another one's.
    assertThat(wanting)
        .as("grader/zoo/bad: write two submissions each that fail these and nothing else")
        .containsExactly("bonus.batch");
  }

  @Test
  void eachMisconceptionIsThereInTwoShapes() throws IOException {
    Map<String, Integer> shapes = new HashMap<>();
    for (KnownSubmission submission : known()) {
      if (submission.kind() == Proof.BAD) {
        submission.misconceptions().forEach(id -> shapes.merge(id, 1, Integer::sum));
      }
    }

    Set<String> wanting =
        Arrays.stream(Misconception.values())
            .map(Misconception::id)
            .collect(toCollection(TreeSet::new));
    wanting.removeIf(id -> shapes.getOrDefault(id, 0) >= 2);

    assertThat(wanting).isEmpty();
  }

  @Test
  void eachCriterionHasAnUnusualOneThatPassesIt() throws IOException {
    Set<String> passed = new TreeSet<>();
    for (KnownSubmission submission : known()) {
      if (submission.kind() == Proof.GOOD && !submission.changes().isEmpty()) {
        Set<String> criteria = new TreeSet<>(submission.criteria(true));
        criteria.removeAll(submission.expected().keySet());
        passed.addAll(criteria);
      }
    }

    assertThat(passed)
        .as("grader/zoo/good: write a submission that passes these in an unusual way")
        .isEqualTo(SeenBy.criteriaOf(Set.of(SeenBy.ALL)));
  }

  @Test
  void goodOnesFailNothingAndBadOnesSomething() throws IOException {
    for (KnownSubmission submission : known()) {
      if (submission.kind() == Proof.GOOD) {
        assertThat(submission.expected().values())
            .as(submission.toString())
            .allMatch(expectation -> expectation.outcome() == OutcomeKind.NOT_ATTEMPTED);
      }
      if (submission.kind() == Proof.BAD) {
        assertThat(submission.expected()).as(submission.toString()).isNotEmpty();
      }
    }
  }

  @Test
  void wholeFilesAreSeenByWhoSeesFilesOfTheirNames() throws IOException {
    Path own = Files.createDirectories(folder.resolve("sources").resolve("own"));
    Files.createFile(own.resolve("EventLoop.java"));
    Files.createFile(own.resolve("PrintingHandler.java"));

    assertThat(new Sources(own, false).scopes()).containsOnly(SeenBy.CONSUMER, SeenBy.PROGRAM);
    assertThat(new Sources(own, true).scopes()).containsOnly(SeenBy.ALL);
  }

  @Test
  void aFieldThatNobodyKnowsIsRefusedWithTheFilesName() throws IOException {
    for (Proof kind : Proof.values()) {
      Files.createDirectories(folder.resolve(kind.folder()));
    }
    Files.writeString(folder.resolve("bad").resolve("odd.yaml"), "title: odd\nexpects: nothing\n");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new Zoo(folder).read())
        .withMessageContaining("odd.yaml is not a known submission")
        .withMessageContaining("expects");
  }

  @Test
  @EnabledIf("thereIsAReference")
  void anEditThatNoLongerFitsIsNamed() {
    KnownSubmission stale =
        new KnownSubmission(
            Proof.BAD,
            "stale",
            "stale",
            List.of(new Edit("EventLoop.java", "no such words", "")),
            Set.of(SeenBy.ALL),
            Map.of(),
            List.of(),
            Set.of());

    assertThatExceptionOfType(StaleChange.class)
        .isThrownBy(() -> stale.write(REFERENCE, folder))
        .withMessage("bad/stale: EventLoop.java must contain this exactly once: no such words");
  }
}
