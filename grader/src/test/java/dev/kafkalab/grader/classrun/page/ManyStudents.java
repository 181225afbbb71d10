package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.Deliverable;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A class of any size in which all happens that can, the same each time. */
final class ManyStudents {

  private static final List<String> NAMES =
      List.of(
          "Anna Müller",
          "Ben O'Neill",
          "Žofia Nováková",
          "محمد علي",
          "李小龍",
          "José de la Cruz",
          "Ada");
  private static final int TWENTIETHS = 20;

  private final Random random = new Random(7);

  private ManyStudents() {}

  /** Writes the run, and reads it. */
  static ClassBook write(Path run, int count) throws IOException, RunProblem {
    ManyStudents students = new ManyStudents();
    MadeUpRun.write(
        run,
        List.of(new Canary("good/the-reference-as-it-is", true, "")),
        IntStream.range(0, count).mapToObj(students::standing).toArray(Standing[]::new));
    WholeFile.write(
        run.resolve(ClassBook.POLICY),
        "{\"due\":\"2026-11-20T23:59+01:00\",\"late\":\"10%/day,cap=40%,grace=15m\"}");
    WholeFile.write(
        run.resolve(ClassBook.BY_HAND),
        """
        id,criterion,points,reason,by,at
        s00001,*,80,"looked at it, ""again"\"",mk,2026-11-25
        s00002,consumer.crash,2,a good idea,mk,2026-11-25
        s99999,*,50,,,
        """);
    return ClassBook.read(
        run, LabRubric.criteria().stream().map(CriterionInfo::id).collect(Collectors.toSet()));
  }

  private Standing standing(int i) {
    State state = state(i);
    String id = String.format(Locale.ROOT, "s%05d", i);
    boolean isLate = i % 7 == 4;
    Student who =
        new Student(
            id,
            NAMES.get(i % NAMES.size()) + " " + i,
            i % 3 == 0 ? "" : "Group " + (char) ('A' + i % 5),
            id,
            List.of(new Who(List.of(id), "", "", "", "")),
            false,
            isLate ? "2026-11-22T03:04+01:00" : "2026-11-20T12:00+01:00",
            "");
    return new Standing(
        who,
        state,
        "key",
        1,
        8 + random.nextInt(400) / 10.0,
        problem(state),
        state == State.GRADED ? report() : null);
  }

  private static State state(int i) {
    if (i % TWENTIETHS == 9) {
      return State.MISSING;
    }
    if (i % TWENTIETHS == 13) {
      return State.REFUSED;
    }
    return i % 100 == 10 ? State.FAILED : State.GRADED;
  }

  private static String problem(State state) {
    return switch (state) {
      case REFUSED -> "'lab.7z' is a 7z archive, which the grader does not open.";
      case FAILED -> "The grader itself failed: the broker did not start.";
      default -> "";
    };
  }

  private GradeReport report() {
    double ability = Math.sqrt(random.nextDouble());
    List<OfCriterion> found =
        LabRubric.criteria().stream().map(criterion -> found(criterion, ability)).toList();
    return new GradeReport(
        sum(found, each -> each.bonus() ? 0 : each.points()),
        sum(found, each -> each.bonus() ? 0 : each.maxPoints()),
        sum(found, each -> each.bonus() ? each.points() : 0),
        sum(found, each -> each.bonus() ? each.maxPoints() : 0),
        "sandbox",
        7,
        12_000,
        found,
        List.of(
            new Deliverable("screenshot of the topic", random.nextInt(9) > 0, ""),
            new Deliverable("screenshot of the group", random.nextInt(5) > 0, "")));
  }

  private static int sum(List<OfCriterion> found, ToIntFunction<OfCriterion> what) {
    return found.stream().mapToInt(what).sum();
  }

  private OfCriterion found(CriterionInfo criterion, double ability) {
    boolean isBonus = criterion.task().isBonus();
    OutcomeKind outcome = outcome(isBonus ? ability * ability / 2 : ability);
    boolean isWrong = outcome == OutcomeKind.FAILED;
    int points =
        outcome == OutcomeKind.PASSED
            ? criterion.points()
            : isWrong ? random.nextInt(criterion.points()) : 0;
    Misconception[] all = Misconception.values();
    return new OfCriterion(
        criterion.id(),
        outcome,
        points,
        criterion.points(),
        isBonus,
        isWrong ? "timestamp should be A but is B." : "",
        "",
        isWrong ? all[(int) (all.length * Math.pow(random.nextDouble(), 3))].id() : null,
        isWrong ? "UserActivityConsumer.java:" + (20 + random.nextInt(90)) : null);
  }

  private OutcomeKind outcome(double ability) {
    if (random.nextDouble() < ability) {
      return OutcomeKind.PASSED;
    }
    return switch (random.nextInt(4)) {
      case 0 -> OutcomeKind.BLOCKED;
      case 1 -> OutcomeKind.NOT_ATTEMPTED;
      default -> OutcomeKind.FAILED;
    };
  }
}
