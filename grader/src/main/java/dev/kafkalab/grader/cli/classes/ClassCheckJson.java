package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.mend.Remark;
import dev.kafkalab.grader.handin.platform.Identity;
import dev.kafkalab.grader.handin.roster.Person;
import dev.kafkalab.grader.report.JsonText;
import java.util.List;
import java.util.Locale;

/** Writes what a class handed in as JSON of the schema {@value #SCHEMA}. */
final class ClassCheckJson {

  /** The schema's name: a change that breaks readers makes it v2. */
  static final String SCHEMA = "kafkalab/class-check/v1";

  private ClassCheckJson() {}

  /** Returns the document, indented, with a line break at its end. */
  static String of(HandedIn handedIn, boolean hasRoster, boolean isStrict) {
    return JsonText.of(
        new Document(
            SCHEMA,
            handedIn.shape().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            isStrict,
            hasRoster,
            new Summary(
                handedIn.handins().size(),
                handedIn.handins().size() - handedIn.refused(),
                handedIn.refused(),
                handedIn.asked(),
                handedIn.missing().size()),
            handedIn.handins().stream().map(Submission::of).toList(),
            handedIn.missing().stream().map(Student::of).toList(),
            handedIn.aside().stream().map(DeadText::of).toList()));
  }

  record Document(
      String schema,
      String shape,
      boolean strict,
      boolean roster,
      Summary summary,
      List<Submission> submissions,
      List<Student> missing,
      List<String> aside) {}

  record Summary(int submissions, long gradable, long refused, long questions, int missing) {}

  record Submission(
      String label,
      String who,
      List<Student> students,
      List<Who> download,
      boolean gradable,
      boolean late,
      String note,
      String question,
      List<Done> remarks,
      List<Problem> problems) {

    static Submission of(Handin handin) {
      return new Submission(
          DeadText.of(handin.arrival().label()),
          DeadText.of(handin.who()),
          handin.owner().people().stream().map(Student::of).toList(),
          handin.arrival().people().stream().map(Who::of).toList(),
          handin.isGradable(),
          handin.arrival().isLate(),
          handin.arrival().note(),
          DeadText.of(handin.owner().question()),
          handin.reading().remarks().stream().map(Done::of).toList(),
          handin.reading() instanceof Refused refused
              ? refused.problems().stream().map(Problem::of).toList()
              : List.of());
    }
  }

  record Student(
      String id, String name, String email, String login, String group, String due, String note) {

    static Student of(Person person) {
      return new Student(
          DeadText.of(person.id()),
          DeadText.of(person.name()),
          DeadText.of(person.email()),
          DeadText.of(person.login()),
          DeadText.of(person.group()),
          DeadText.of(person.due()),
          DeadText.of(person.note()));
    }
  }

  record Who(String id, String name, String login, String email) {

    static Who of(Identity who) {
      return new Who(
          DeadText.of(who.id()),
          DeadText.of(who.name()),
          DeadText.of(who.login()),
          DeadText.of(who.email()));
    }
  }

  record Done(String kind, String phrase) {

    static Done of(Remark remark) {
      return new Done(
          remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          DeadText.of(remark.phrase()));
    }
  }

  record Problem(String message, String hint) {

    static Problem of(Feedback feedback) {
      return new Problem(DeadText.of(feedback.message()), DeadText.of(feedback.hint()));
    }
  }
}
