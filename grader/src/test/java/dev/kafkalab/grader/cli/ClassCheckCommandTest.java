package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kafkalab.grader.handin.ArchiveFiles;
import dev.kafkalab.grader.handin.MadeUpClass;
import dev.kafkalab.grader.handin.MadeUpWork;
import dev.kafkalab.grader.handin.platform.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCheckCommandTest {

  private static final Path SCHEMA = Path.of("..", "docs", "schema", "class-check-v1.schema.json");

  @TempDir private Path temporary;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String complaint() {
    return complained.toString(StandardCharsets.UTF_8);
  }

  private Path source(MadeUpClass students) throws IOException {
    return students.write(Shape.MOODLE, temporary.resolve("class"));
  }

  @Test
  void theTableSaysWhoWhatWasMendedWhatIsRefusedAndWhoIsMissing() throws IOException {
    MadeUpClass four =
        new MadeUpClass(
            4,
            MadeUpWork.MODULE,
            MadeUpWork.ZIP_ONE_DEEPER,
            MadeUpWork.ANSWERS_AS_TEXT,
            MadeUpWork.SEVEN_ZIP);
    Path source = source(four);
    Files.writeString(source.resolve("notes.txt"), "mine");
    Path roster = four.writeRoster(temporary.resolve("roster.csv"));

    int exitCode = Main.run("class", "check", source.toString(), "--roster", roster.toString());

    assertThat(printed())
        .isEqualToNormalizingNewlines(
            """
            This is a Moodle download, in folders: 4 submissions.

            ✓ Müller, Anna
            ✓ O'Neill, Anna       found in 'lab.zip/kafka-lab/'
            ✓ de la Cruz, Anna    'answers.TXT' taken as ANSWERS.md
            ✗ Özdemir-Groß, Anna
                'lab.7z' is a 7z archive, which the grader does not open. Unpack it, and hand in the files as a .zip or .tar.gz file.

            On the roster, and nothing handed in:
            - Žižek, Anna         70005, login5, login5@example.org, A
            - Smith, Anna         70006, login6, login6@example.org, A

            Nobody's: notes.txt

            3 of 4 submissions can be graded, 1 cannot; 2 on the roster handed nothing in.
            """);
    assertThat(complaint()).isEmpty();
    assertThat(exitCode).isEqualTo(3);
  }

  @Test
  void aClassThatCanBeGradedIsFine() throws IOException {
    Path source = source(new MadeUpClass(2, MadeUpWork.MODULE));

    assertThat(Main.run("class", "check", source.toString())).isZero();
    assertThat(printed()).endsWith("2 of 2 submissions can be graded.\n");
  }

  @Test
  void whoIsNotOnTheRosterIsSaid() throws IOException {
    Path source = source(new MadeUpClass(1, MadeUpWork.MODULE));
    Path roster = Files.writeString(temporary.resolve("roster.csv"), "id,name\n1,Somebody Else\n");

    assertThat(Main.run("class", "check", source.toString(), "--roster", roster.toString()))
        .isZero();
    assertThat(printed()).contains("✓ Anna Müller    not on the roster\n");
  }

  @Test
  void whoseItIsMayBeAQuestion() throws IOException {
    Path source = source(new MadeUpClass(1, MadeUpWork.MODULE));
    Path roster =
        Files.writeString(
            temporary.resolve("roster.csv"), "id,name\n1,Anna Müller\n2,Müller Anna\n");

    assertThat(Main.run("class", "check", source.toString(), "--roster", roster.toString()))
        .isEqualTo(3);
    assertThat(printed())
        .contains("? Anna Müller  whose is it? may be of Anna Müller (1) or Müller Anna (2)\n")
        .contains("of 1 it is not clear whose they are");
  }

  @Test
  void strictlyNothingIsMended() throws IOException {
    Path source = source(new MadeUpClass(1, MadeUpWork.ANSWERS_IN_SRC));

    assertThat(Main.run("class", "check", "--strict", source.toString())).isEqualTo(3);
    assertThat(printed()).contains("It would have to be mended, and --strict mends nothing: ");
  }

  @Test
  void theJsonFollowsItsSchema() throws IOException {
    MadeUpClass all = new MadeUpClass(30, MadeUpWork.values());
    Path json = temporary.resolve("check.json");
    Path roster = all.writeRoster(temporary.resolve("roster.csv"));

    Main.run(
        "class",
        "check",
        source(all).toString(),
        "--json",
        json.toString(),
        "--roster",
        roster.toString());

    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    assertThat(schema.validate(Files.readString(json), InputFormat.JSON)).isEmpty();
    JsonNode check = new ObjectMapper().readTree(json.toFile());
    assertThat(check.path("shape").asText()).isEqualTo("moodle");
    assertThat(check.path("summary").path("missing").asInt()).isEqualTo(2);
    assertThat(check.path("submissions").findValuesAsText("kind"))
        .contains("read", "mended", "left-out");
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    Path source = source(new MadeUpClass(3, MadeUpWork.ZIP));
    long before = own();

    Main.run("class", "check", source.toString());

    assertThat(own()).isEqualTo(before);
  }

  private static long own() throws IOException {
    String prefix = "kafka-lab-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).count();
    }
  }

  @Test
  void aStudentsNameIsOnlyText() throws IOException {
    Path zip = temporary.resolve("class.zip");
    Files.write(
        zip,
        ArchiveFiles.zip(Map.of("\u202Eevil/a.txt", new byte[1], "::error::/a.txt", new byte[1])));

    assertThat(Main.run("class", "check", zip.toString())).isEqualTo(3);
    assertThat(printed()).doesNotContain("\u202E").doesNotContain("\n::");
  }

  @Test
  void whatCannotBeOpenedIsAUsageError() throws IOException {
    Path rar = Files.writeString(temporary.resolve("class.rar"), "Rar!");

    assertThat(Main.run("class", "check", rar.toString())).isEqualTo(2);
    assertThat(complaint())
        .isEqualToNormalizingNewlines(
            "'class.rar' is a rar archive, which the grader does not open. Unpack it, and hand in the files as a .zip or .tar.gz file.\n");
    complained.reset();
    assertThat(Main.run("class", "check", "no-such-folder")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("The folder no-such-folder does not exist.\n");
  }

  @Test
  void aRosterThatIsNoneIsAUsageError() throws IOException {
    String source = source(new MadeUpClass(1, MadeUpWork.MODULE)).toString();

    assertThat(Main.run("class", "check", source, "--roster", "no-such-file")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("The file no-such-file does not exist.\n");
    complained.reset();
    Path roster = Files.writeString(temporary.resolve("roster.csv"), "points\n1\n");
    assertThat(Main.run("class", "check", source, "--roster", roster.toString())).isEqualTo(2);
    assertThat(complaint()).contains("has no column that tells who is who");
  }

  @Test
  void aClassNeedsACommand() {
    assertThat(Main.run("class")).isEqualTo(2);
    assertThat(complaint()).contains("Name a command, such as: lab class check submissions.zip");
  }
}
