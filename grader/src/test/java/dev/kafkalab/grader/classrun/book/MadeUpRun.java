package dev.kafkalab.grader.classrun.book;

import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport.Deliverable;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a run that never was, for tests of what reads it. */
public final class MadeUpRun {

  public static final RunSettings SETTINGS =
      new RunSettings(
          RunSettings.SCHEMA,
          "class.zip",
          null,
          false,
          List.of(),
          "embedded",
          "sandbox",
          7,
          "2026-12-01T10:00:00Z");

  private MadeUpRun() {}

  /** A student with so many points for two criteria, one of them a bonus. */
  public static Standing graded(String id, int score, int bonus) {
    return standing(
        id,
        State.GRADED,
        new GradeReport(
            score,
            100,
            bonus,
            25,
            "sandbox",
            7,
            12_000,
            List.of(
                new OfCriterion(
                    "producer.acks",
                    score == 100 ? OutcomeKind.PASSED : OutcomeKind.FAILED,
                    score,
                    100,
                    false,
                    score == 100 ? "" : "acks should be all, but is 1.",
                    "Set acks to all.",
                    score == 100 ? null : "fire-and-forget",
                    score == 100 ? null : "EventProducer.java:12"),
                new OfCriterion(
                    "bonus.headers",
                    OutcomeKind.FAILED,
                    bonus,
                    25,
                    true,
                    "There are no headers.",
                    "",
                    null,
                    null)),
            List.of(new Deliverable("screenshot of the topic", id.length() > 3, ""))));
  }

  public static Standing missing(String id) {
    return standing(id, State.MISSING, null);
  }

  public static Standing failed(String id) {
    return standing(id, State.FAILED, null);
  }

  public static Standing pending(String id) {
    return standing(id, State.PENDING, null);
  }

  /** What was handed in cannot be graded. */
  public static Standing refused(String id, String problem) {
    Standing standing = standing(id, State.REFUSED, null);
    return new Standing(standing.who(), State.REFUSED, "", 0, 0, problem, null);
  }

  /** The same of these people, by another name and with another label. */
  public static Standing of(Standing standing, String name, String label, Who... people) {
    return changed(
        standing,
        new Student(standing.who().id(), name, "", label, List.of(people), false, "", ""));
  }

  /** The same, but whose it is, is a question. */
  public static Standing asked(Standing standing, String question) {
    Student who = standing.who();
    return changed(
        standing,
        new Student(who.id(), who.name(), "", who.label(), who.people(), false, "", question));
  }

  /** The same with another message and line for the criterion that is no bonus. */
  public static Standing saying(Standing standing, String message, String location) {
    GradeReport report = standing.report();
    if (report == null) {
      return standing;
    }
    OfCriterion first = report.criteria().get(0);
    OfCriterion other =
        new OfCriterion(
            first.id(),
            OutcomeKind.FAILED,
            first.points(),
            first.maxPoints(),
            false,
            message,
            first.hint(),
            first.misconception(),
            location);
    return standing.with(
        new GradeReport(
            report.score(),
            report.maxScore(),
            report.bonus(),
            report.maxBonus(),
            report.isolation(),
            report.seed(),
            report.durationMillis(),
            List.of(other, report.criteria().get(1)),
            report.deliverables()));
  }

  private static Standing standing(String id, State state, @Nullable GradeReport report) {
    Student student =
        new Student(
            id,
            id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + " Möller",
            "",
            id + "_assignsubmission_file",
            List.of(new Who(List.of(id), "", id + "@uni.example", id, "")),
            false,
            "",
            "");
    return new Standing(student, state, "key", 1, 12, "", report);
  }

  /** The same, handed in then; marked as late where nobody knows when. */
  public static Standing late(Standing standing, String handedIn) {
    Student who = standing.who();
    return changed(
        standing,
        new Student(
            who.id(),
            who.name(),
            who.group(),
            who.label(),
            who.people(),
            handedIn.isEmpty(),
            handedIn,
            ""));
  }

  /** The same with a deadline of its own. */
  public static Standing due(Standing standing, String due) {
    Student who = standing.who();
    Who one = who.people().get(0);
    return changed(
        standing,
        new Student(
            who.id(),
            who.name(),
            who.group(),
            who.label(),
            List.of(new Who(one.ids(), one.name(), one.email(), one.login(), due)),
            who.late(),
            who.handedIn(),
            ""));
  }

  private static Standing changed(Standing standing, Student who) {
    return new Standing(
        who,
        standing.state(),
        standing.content(),
        standing.tries(),
        standing.seconds(),
        standing.problem(),
        standing.report());
  }

  /** Writes a run without canaries. */
  public static void write(Path run, Standing... standings) {
    write(run, List.of(), standings);
  }

  public static void write(Path run, List<Canary> canaries, Standing... standings) {
    try {
      Files.createDirectories(run.resolve("results"));
      Files.createDirectories(run.resolve("feedback"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WholeFile.write(run.resolve(ClassBook.SETTINGS), JsonText.of(SETTINGS));
    WholeFile.write(
        run.resolve(ClassBook.RECORD),
        JsonText.of(new ClassRecord(ClassRecord.SCHEMA, "abc1234", List.of(standings), canaries)));
    for (Standing standing : standings) {
      if (standing.report() != null) {
        WholeFile.write(
            ClassBook.reportFile(run, standing.who().id()), JsonText.of(standing.report()));
        WholeFile.write(
            ClassBook.pageFile(run, standing.who().id()), "<!doctype html><title>made up</title>");
      }
    }
  }
}
