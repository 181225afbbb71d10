package dev.kafkalab.grader.classrun.export;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.failed;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.late;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.missing;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.refused;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Policy;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTextTest {

  @TempDir private Path run;

  private ClassBook book(Standing... standings) throws Exception {
    MadeUpRun.write(run, standings);
    return ClassBook.read(run, Set.of("producer.acks"));
  }

  private String mail(Standing standing) throws Exception {
    return MailText.of(book(standing).rows().get(0)).orElse("");
  }

  @Test
  void itSaysWhatCountsAndWhatToDo() throws Exception {
    assertThat(mail(graded("anna", 87, 5)))
        .isEqualTo(
            """
            To: anna@uni.example
            Subject: Your Kafka lab

            Anna Möller

            87 of 100 points, 5 of 25 bonus points.
            What counts: 92 points.

            What to do first:
               producer.acks (EventProducer.java:12)
                  acks should be all, but is 1. Set acks to all.

               bonus.headers
                  There are no headers.
            """);
  }

  @Test
  void latenessAndPointsByHandAreShownAsSuch() throws Exception {
    WholeFile.write(
        run.resolve(ClassBook.POLICY),
        JsonText.of(new Policy("2026-11-20T23:59+01:00", "10%/day")));
    WholeFile.write(
        run.resolve(ClassBook.BY_HAND),
        "id,criterion,points,reason\nben,producer.acks,70,looked at it\n");

    assertThat(mail(late(graded("ben", 60, 0), "2026-11-22T01:00:00+01:00")))
        .contains(
            """
            70 of 100 points, 0 of 25 bonus points.
            Handed in late by 1 d 1 h 1 min: 14 points less.
            Points given by hand: producer.acks 70.
            What counts: 56 points.
            """)
        .doesNotContain("looked at it");
  }

  @Test
  void whoHasNoReportIsToldWhy() throws Exception {
    assertThat(mail(missing("cem"))).endsWith("\nNothing was handed in.\n");
    assertThat(mail(refused("dora", "There is no module.")))
        .endsWith("\nYour submission cannot be graded:\n   There is no module.\n");
    assertThat(mail(failed("eve"))).isEmpty();
  }

  @Test
  void pointsByHandAreEnough() throws Exception {
    WholeFile.write(run.resolve(ClassBook.BY_HAND), "id,criterion,points\neve,*,50\n");

    assertThat(mail(failed("eve"))).endsWith("\n\nWhat counts: 50 points, given by hand.\n");
  }

  @Test
  void textOfAStudentAddsNoHeaderAndNoControlCharacter() throws Exception {
    Standing evil =
        of(
            saying(graded("eve", 10, 0), "line one\nline two\u001B[31m", "A.java:1"),
            "Eve\nBcc: all@uni.example",
            "eve",
            new Who(List.of(), "", "eve@uni.example\r\nBcc: all@uni.example", "", ""));

    assertThat(mail(evil))
        .startsWith(
            "To: eve@uni.example Bcc: all@uni.example\nSubject: Your Kafka lab\n\nEve Bcc: ")
        .contains("      line one\n      line two\uFFFD[31m.");
  }

  @Test
  void gradescopeGetsALineForEachPerson() throws Exception {
    ClassBook book =
        book(
            graded("anna", 87, 5),
            of(
                graded("team", 60, 0),
                "Ben, Cem",
                "team",
                new Who(List.of("1", "2"), "=Ben", "b@uni.example", "", ""),
                new Who(List.of("3"), "Öz, Cem", "", "", "")),
            missing("dora"));

    assertThat(GradescopeTable.of(book))
        .isEqualTo(
            """
            Email,Name,SID,Score
            anna@uni.example,Anna Möller,anna,92
            b@uni.example,'=Ben,,60
            ,Cem Öz,3,60
            dora@uni.example,Dora Möller,dora,
            """
                .replace("\n", "\r\n"));
    assertThat(GradescopeTable.withoutAddress(book)).isEqualTo(1);
  }
}
