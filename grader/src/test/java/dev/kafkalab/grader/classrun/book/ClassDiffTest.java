package dev.kafkalab.grader.classrun.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.StudentChange.Reason;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDiffTest {

  private static final Set<String> CRITERIA = Set.of("producer.acks", "bonus.headers");

  @TempDir private Path folder;

  @Test
  void whatIsTheSameIsNoChange() throws Exception {
    assertThat(between(List.of(MadeUpRun.graded("anna", 80, 5)), "")).isEmpty();
  }

  @Test
  void anotherSubmissionExplainsOtherPoints() throws Exception {
    Standing now = MadeUpRun.graded("anna", 100, 5);
    Standing changed = new Standing(now.who(), now.state(), "other", 2, 1, "", now.report());

    List<StudentChange> changes = between(List.of(changed), "");

    assertThat(changes).singleElement();
    StudentChange change = changes.get(0);
    assertThat(change.reasons()).containsExactly(Reason.SUBMISSION);
    assertThat(change.before()).isEqualByComparingTo("85");
    assertThat(change.after()).isEqualByComparingTo("105");
    assertThat(change.criteria())
        .singleElement()
        .satisfies(each -> assertThat(each.id()).isEqualTo("producer.acks"))
        .satisfies(each -> assertThat(each.outcomeBefore()).isEqualTo(OutcomeKind.FAILED))
        .satisfies(each -> assertThat(each.outcomeAfter()).isEqualTo(OutcomeKind.PASSED));
  }

  @Test
  void theSameSubmissionWithOtherPointsIsNotExplained() throws Exception {
    assertThat(between(List.of(MadeUpRun.graded("anna", 70, 5)), ""))
        .singleElement()
        .satisfies(each -> assertThat(each.isUnexplained()).isTrue());
  }

  @Test
  void pointsByHandExplainWhatCountsNow() throws Exception {
    assertThat(between(List.of(MadeUpRun.graded("anna", 80, 5)), "anna,*,90,,,"))
        .singleElement()
        .satisfies(each -> assertThat(each.reasons()).containsExactly(Reason.BY_HAND))
        .satisfies(each -> assertThat(each.criteria()).isEmpty());
  }

  @Test
  void whoIsInOneRunOnlyIsNamed() throws Exception {
    List<StudentChange> changes =
        between(List.of(MadeUpRun.failed("anna"), MadeUpRun.graded("ben", 10, 0)), "");

    assertThat(changes)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.reasons()).containsExactly(Reason.PRESENCE));
    assertThat(changes.get(0).after()).isNull();
  }

  /** The earlier run has Anna with 80 and 5 points. */
  private List<StudentChange> between(List<Standing> now, String byHand) throws Exception {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    MadeUpRun.write(before, MadeUpRun.graded("anna", 80, 5));
    MadeUpRun.write(after, now.toArray(Standing[]::new));
    if (!byHand.isEmpty()) {
      Files.writeString(
          after.resolve(ClassBook.BY_HAND), "id,criterion,points,reason,by,at\n" + byHand + "\n");
    }
    return ClassDiff.between(ClassBook.read(before, CRITERIA), ClassBook.read(after, CRITERIA));
  }

  @Test
  void anotherPolicyExplainsAnotherPenalty() throws Exception {
    Standing late = MadeUpRun.late(MadeUpRun.graded("ben", 60, 0), "2026-11-22T10:00:00+01:00");
    MadeUpRun.write(folder.resolve("one"), late);
    MadeUpRun.write(folder.resolve("other"), late);
    WholeFile.write(
        folder.resolve("other").resolve(ClassBook.POLICY),
        JsonText.of(new Policy("2026-11-20T23:59+01:00", "10%/day")));

    List<StudentChange> changes =
        ClassDiff.between(
            ClassBook.read(folder.resolve("one"), CRITERIA),
            ClassBook.read(folder.resolve("other"), CRITERIA));

    assertThat(changes)
        .singleElement()
        .satisfies(each -> assertThat(each.reasons()).containsExactly(Reason.LATENESS));
  }
}
