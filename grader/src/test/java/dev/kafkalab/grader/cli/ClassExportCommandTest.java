package dev.kafkalab.grader.cli;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.asked;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.failed;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.late;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.missing;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.pending;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassExportCommandTest {

  private static final String HEAD =
      "Identifier,Full name,Email address,Grade,Maximum Grade,Grade can be changed,"
          + "Last modified (grade),Feedback comments\n";

  @TempDir private Path temporary;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private Path run = Path.of("run");
  private Path to = Path.of("to.csv");

  @BeforeEach
  void listen() {
    run = temporary.resolve("run");
    to = temporary.resolve("to.csv");
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private String complaint() {
    return complained.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private int export(String... options) {
    List<String> args = new ArrayList<>(List.of("class", "export", run.toString()));
    args.addAll(List.of(options));
    return Main.run(args.toArray(String[]::new));
  }

  private int moodle(String rows, String... more) throws IOException {
    Path sheet = Files.writeString(temporary.resolve("sheet.csv"), HEAD + rows);
    List<String> options =
        new ArrayList<>(List.of("--moodle", sheet.toString(), "--to", to.toString()));
    options.addAll(List.of(more));
    return export(options.toArray(String[]::new));
  }

  private static String row(String id) {
    return "Participant 1,,%s@uni.example,,100,Yes,-,\n".formatted(id);
  }

  private void made(Standing... standings) {
    MadeUpRun.write(run, standings);
  }

  @Test
  void eachRowIsAccountedFor() throws IOException {
    made(
        graded("anna", 100, 5),
        graded("ben", 60, 0),
        missing("cem"),
        refused("dora", "There is no module."),
        failed("eve"),
        of(graded("max", 1, 0), "Max", "max"),
        of(graded("moritz", 2, 0), "Max", "moritz"),
        graded("zoe", 50, 0));
    String rows =
        row("anna")
            + row("ben").replace("1,,", "2,,").replace(",,100", ",40,100")
            + row("cem").replace("1,,", "3,,")
            + row("dora").replace("1,,", "4,,")
            + row("eve").replace("1,,", "5,,")
            + "Participant 6,Max,,,100,Yes,-,\n"
            + "Participant 7,Nobody,,,100,Yes,-,\n"
            + row("zoe").replace("1,,", "8,,").replace("Yes", "No");

    int exitCode = moodle(rows);

    assertThat(complaint()).isEmpty();
    assertThat(printed())
        .isEqualTo(
            """
            ! anna@uni.example  100 (the sheet's maximum; earned 105)
            ✓ ben@uni.example   60 (was 40)
            - cem@uni.example   no submission
            ✗ dora@uni.example  cannot be graded: There is no module.
            ! eve@uni.example   the grader failed
            ? Max               to decide: may be Max (max) or Max (moritz)
            - Nobody            not in the run
            - zoe@uni.example   left as it is: locked in Moodle; the run has 50

            Rows filled in: 2 of 8, 1 above the maximum, 1 to decide.
            %s was written.
            The grader failed for Eve Möller (eve): grade again before you release points.
            """
                .formatted(to));
    assertThat(exitCode).isEqualTo(3);
    assertThat(Files.readString(to)).startsWith(HEAD).contains(",60,100,Yes,-,\"<p>60 of 100");
  }

  @Test
  void nothingToDecideIsFine() throws IOException {
    made(graded("anna", 87, 5), missing("ben"));

    assertThat(moodle(row("anna"))).isZero();
    assertThat(printed())
        .isEqualTo(
            """
            ✓ anna@uni.example  92

            In the run, but not in the sheet:
            - Ben Möller (ben)  no submission

            Rows filled in: 1 of 1.
            %s was written.
            """
                .formatted(to));
  }

  @Test
  void aStudentWhoIsInNoRowIsToDecide() throws IOException {
    made(graded("anna", 87, 5), graded("ben", 60, 0));

    assertThat(moodle(row("anna"))).isEqualTo(3);
    assertThat(printed())
        .contains("! Ben Möller (ben)  60\n")
        .contains("Rows filled in: 1 of 1, 1 with points, but not in the sheet.");
  }

  @Test
  void latenessIsKeptInTheRun() throws IOException {
    made(late(graded("anna", 80, 0), "2026-11-21T10:00:00+01:00"));

    assertThat(moodle(row("anna"), "--due", "2026-11-20T23:59+01:00", "--late", "10%/day"))
        .isZero();
    assertThat(printed()).contains("  72\n");
    assertThat(moodle(row("anna"))).isZero();
    assertThat(Files.readString(run.resolve(ClassBook.POLICY))).contains("10%/day");
    assertThat(moodle(row("anna"), "--late", "lots")).isEqualTo(2);
    assertThat(complaint()).contains("'lots' is no policy for late submissions");
  }

  @Test
  void pointsForNobodyAreSaid() throws IOException {
    made(graded("anna", 80, 0));
    Files.writeString(run.resolve(ClassBook.BY_HAND), "id,criterion,points\nana,*,90\n");

    assertThat(moodle(row("anna"))).isEqualTo(3);
    assertThat(printed())
        .contains("overrides.csv gives points to 'ana', but nobody has this id.\n");
  }

  @Test
  void whoseASubmissionIsMustBeKnown() {
    made(asked(graded("anna", 80, 0), "may be of Anna (1) or Anna (2)"), pending("ben"));
    Path mail = temporary.resolve("mail");

    assertThat(export("--mail", mail.toString(), "--gradescope", to.toString())).isEqualTo(3);
    assertThat(mail).isEmptyDirectory();
    assertThat(to).content().contains("anna@uni.example,Anna Möller,anna,\r\n");
    assertThat(printed())
        .contains("Whose submission is it? Anna Möller (anna): may be of Anna (1) or Anna (2).\n")
        .contains("Ben Möller (ben) is not graded yet: go on before you release points.\n");
  }

  @Test
  void pointsByHandSettleWhatTheGraderCouldNot() throws IOException {
    made(failed("anna"));
    Files.writeString(run.resolve(ClassBook.BY_HAND), "id,criterion,points\nanna,*,90\n");

    assertThat(moodle(row("anna"))).isZero();
    assertThat(printed()).startsWith("✓ anna@uni.example  90\n");
  }

  @Test
  void whatIsNotToBeTrustedIsExportedOnlyIfAskedFor() throws IOException {
    MadeUpRun.write(
        run, List.of(new Canary("acks-1", false, "producer.acks passed.")), graded("anna", 80, 0));

    assertThat(moodle(row("anna"))).isEqualTo(4);
    assertThat(complaint())
        .isEqualTo(
            """
            The known submission acks-1 was judged wrongly: producer.acks passed.
            Nothing was exported. --anyway does it nevertheless.
            """);
    assertThat(to).doesNotExist();
    assertThat(moodle(row("anna"), "--anyway")).isZero();
    assertThat(to).exists();
  }

  @Test
  void whatDoesNotFitTogetherIsAUsageError() throws IOException {
    made(graded("anna", 80, 0));
    String sheet = Files.writeString(temporary.resolve("sheet.csv"), HEAD).toString();

    assertThat(export()).isEqualTo(2);
    assertThat(export("--moodle", sheet)).isEqualTo(2);
    assertThat(export("--to", to.toString())).isEqualTo(2);
    assertThat(export("--moodle", sheet, "--canvas", sheet, "--to", to.toString())).isEqualTo(2);
    assertThat(export("--brightspace", sheet, "--to", to.toString())).isEqualTo(2);
    assertThat(export("--moodle", sheet, "--to", sheet)).isEqualTo(2);
    assertThat(export("--moodle", "no-such-file", "--to", to.toString())).isEqualTo(2);
    assertThat(export("--csv", to.toString(), "--decimal", "x")).isEqualTo(2);
    assertThat(complaint())
        .isEqualTo(
            """
            Name what to export to, such as: --moodle worksheet.csv --to graded.csv
            Name with --to where to write the sheet that was filled in.
            --to is where a sheet is written: name one with --moodle, --canvas or --brightspace.
            One sheet at a time can be filled in.
            --brightspace and --item belong together.
            The sheet %s stays as it is: name another file.
            The file no-such-file does not exist.
            --separator must be ',' ';' or 'tab', and --decimal must be '.' or ','.
            """
                .formatted(sheet));
    assertThat(Files.readString(Path.of(sheet))).isEqualTo(HEAD);
    assertThat(to).doesNotExist();
  }

  @Test
  void aFolderWithoutARunIsAUsageError() throws IOException {
    assertThat(moodle("")).isEqualTo(2);
    assertThat(complaint())
        .isEqualTo("There is no run in '%s': grade a class into it first.%n".formatted(run));
    assertThat(run).doesNotExist();
  }

  @Test
  void aSheetOfAnotherKindIsAUsageErrorAndNothingIsWritten() throws IOException {
    made(graded("anna", 80, 0));
    Path sheet = Files.writeString(temporary.resolve("x.csv"), "a,b\n1,2\n");
    Path csv = temporary.resolve("class.csv");

    assertThat(export("--canvas", sheet.toString(), "--to", to.toString(), "--csv", csv.toString()))
        .isEqualTo(2);
    assertThat(complaint()).startsWith("This is no gradebook of Canvas: ");
    assertThat(to).doesNotExist();
    assertThat(csv).doesNotExist();
  }

  @Test
  void severalAssignmentsAreAQuestion() throws IOException {
    made(graded("anna", 80, 0));
    Path sheet =
        Files.writeString(
            temporary.resolve("x.csv"),
            "Student,ID,SIS Login ID,Section,A (1),B (2)\n\"Möller, Anna\",5,anna,x,,\n");

    assertThat(export("--canvas", sheet.toString(), "--to", to.toString())).isEqualTo(3);
    assertThat(complaint()).startsWith("Which assignment is it?");
    assertThat(to).doesNotExist();
    assertThat(export("--canvas", sheet.toString(), "--assignment", "2", "--to", to.toString()))
        .isZero();
    assertThat(Files.readString(to)).endsWith("\"Möller, Anna\",5,anna,x,,80\n");
  }

  @Test
  void brightspaceIsFilledInToo() throws IOException {
    made(graded("anna", 80, 0));
    Path sheet =
        Files.writeString(
            temporary.resolve("x.csv"),
            "Username,Lab Points Grade,End-of-Line Indicator\n#anna,,#\n");

    assertThat(export("--brightspace", sheet.toString(), "--item", "Lab", "--to", to.toString()))
        .isZero();
    assertThat(Files.readString(to)).endsWith("#anna,80,#\n");
  }

  @Test
  void allElseIsWrittenAtOnce() throws IOException {
    made(
        of(graded("anna", 87, 5), "Anna", "Anna_101"),
        of(graded("ben", 60, 0), "Ben", "ben"),
        failed("eve"));
    Path zip = temporary.resolve("moodle.zip");
    Path canvas = temporary.resolve("canvas.zip");
    Path mail = temporary.resolve("mail");
    Path gradescope = temporary.resolve("gradescope.csv");

    int exitCode =
        export(
            "--moodle-feedback",
            zip.toString(),
            "--canvas-feedback",
            canvas.toString(),
            "--mail",
            mail.toString(),
            "--gradescope",
            gradescope.toString(),
            "--csv",
            to.toString(),
            "--separator",
            ";",
            "--decimal",
            ",");

    assertThat(exitCode).isEqualTo(3);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .containsExactly("Anna_101_assignfeedback_file_/feedback.html");
    }
    assertThat(mail.resolve("anna.txt")).content().contains("What counts: 92 points.");
    assertThat(mail.resolve("eve.txt")).doesNotExist();
    assertThat(gradescope).content().startsWith("Email,Name,SID,Score\r\n");
    assertThat(to).content().startsWith("\uFEFFid;name;group;state;score;");
    assertThat(printed())
        .contains("Not in %s: Ben (ben): the download has no participant number.\n".formatted(zip))
        .contains("Students' pages in %s: 1.\n".formatted(zip))
        .contains("Messages in %s: 2.\n".formatted(mail))
        .contains("Without an email address in %s: 2.\n".formatted(gradescope));
  }

  @Test
  void canvasNamesComeFromTheDownload() throws IOException {
    made(of(graded("anna", 87, 5), "Anna", "anna_1001"));
    Path download = Files.createDirectories(temporary.resolve("download"));
    Files.writeString(download.resolve("anna_1001_9001_lab.zip"), "");
    Path settings = run.resolve(ClassBook.SETTINGS);
    Files.writeString(
        settings,
        Files.readString(settings).replace("class.zip", download.toString().replace("\\", "\\\\")));
    Path zip = temporary.resolve("canvas.zip");

    assertThat(export("--canvas-feedback", zip.toString())).isZero();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(Object::toString))
          .containsExactly("anna_1001_9001_feedback.html");
    }
  }
}
