package dev.kafkalab.grader.handin.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

  @TempDir private Path temporary;

  private Delivery of(String... files) throws IOException {
    Path source = temporary.resolve("class");
    for (String file : files) {
      Path path = source.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    return Recognition.of(source, "class");
  }

  private static List<String> names(Arrival arrival) {
    return arrival.pieces().stream().map(Piece::name).toList();
  }

  @Test
  void moodleHasTwoFormsOfFolders() throws IOException {
    Delivery delivery =
        of(
            "Anna Müller_101_assignsubmission_file/lab.zip",
            "Anna Müller_101_assignsubmission_onlinetext/onlinetext.html",
            "Ben de la Cruz_102_assignsubmission_file_/lab.zip",
            "grades.csv");

    assertThat(delivery.shape()).isEqualTo(Shape.MOODLE);
    assertThat(delivery.arrivals())
        .extracting(Arrival::label)
        .containsExactly("Anna Müller_101", "Ben de la Cruz_102");
    assertThat(delivery.arrivals().get(0).people())
        .containsExactly(new Identity("101", "Anna Müller", "", ""));
    assertThat(names(delivery.arrivals().get(0)))
        .containsExactly("", "Anna Müller_101_assignsubmission_onlinetext");
    assertThat(delivery.aside()).containsExactly("grades.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Participant 101", "Teilnehmer_in101", "Teilnehmer-in101"})
  void moodleHidesNames(String nobody) throws IOException {
    Delivery delivery = of(nobody + "_101_assignsubmission_file/lab.zip");

    assertThat(delivery.arrivals().get(0).people())
        .containsExactly(new Identity("101", "", "", ""));
  }

  @Test
  void moodleFlatKeepsTheStudentsNames() throws IOException {
    Delivery delivery =
        of(
            "Anna Müller_101_assignsubmission_file_My_Lab_1.zip",
            "Anna Müller_101_assignsubmission_file_ANSWERS.md",
            "Ben_102_assignsubmission_file_lab.zip");

    assertThat(delivery.shape()).isEqualTo(Shape.MOODLE_FLAT);
    assertThat(names(delivery.arrivals().get(0))).containsExactly("ANSWERS.md", "My_Lab_1.zip");
  }

  @Test
  void canvasSaysWhoWasLate() throws IOException {
    Delivery delivery =
        of(
            "müllerannamaria_LATE_12345_678_KafkaLabFactory-1.java",
            "müllerannamaria_LATE_12345_679_answers.md",
            "smithben_12346_680_lab_2_3.zip",
            "leecai_12347_text.html",
            "LATE_anon_aB3dE_681_lab.zip",
            "anon_Xy9zQ_682_lab.zip");

    assertThat(delivery.shape()).isEqualTo(Shape.CANVAS);
    assertThat(delivery.arrivals())
        .extracting(Arrival::label, Arrival::isLate, RecognitionTest::names)
        .containsExactly(
            tuple("anon_Xy9zQ", false, List.of("lab.zip")),
            tuple("anon_aB3dE", true, List.of("lab.zip")),
            tuple("leecai_12347", false, List.of("text.html")),
            tuple("müllerannamaria_12345", true, List.of("KafkaLabFactory-1.java", "answers.md")),
            tuple("smithben_12346", false, List.of("lab_2_3.zip")));
  }

  @Test
  void theLatestAttemptOfBlackboardCounts() throws IOException {
    Path text = temporary.resolve("class/Lab_1_a_mueller_attempt_2026-11-20-10-00-00.txt");
    Files.createDirectories(text.getParent());
    Files.writeString(text, "Name: Anna Müller (a_mueller)\nAssignment: Lab_1\n");
    Delivery delivery =
        of(
            "Lab_1_a_mueller_attempt_2026-11-19-10-00-00_old.zip",
            "Lab_1_a_mueller_attempt_2026-11-20-10-00-00_new.zip",
            "Lab_1_ben_attempt_2026-11-19-09-00-00_lab.zip",
            "Lab_1_ben_attempt_2026-11-21-09-00-00.txt");

    assertThat(delivery.shape()).isEqualTo(Shape.BLACKBOARD);
    Arrival anna = delivery.arrivals().get(0);
    assertThat(anna.people()).containsExactly(new Identity("", "Anna Müller", "a_mueller", ""));
    assertThat(names(anna)).containsExactly("new.zip");
    assertThat(anna.note()).isEqualTo("latest of 2 attempts, of 2026-11-20-10-00-00");
    Arrival ben = delivery.arrivals().get(1);
    assertThat(ben.label()).isEqualTo("ben");
    assertThat(ben.pieces()).isEmpty();
  }

  @Test
  void theLatestFolderOfBrightspaceCounts() throws IOException {
    Delivery delivery =
        of(
            "123-9 - Anna Müller - Nov 9, 2026 915 AM/lab.zip",
            "123-9 - Anna Müller - Nov 10, 2026 1015 PM/new.zip",
            "index.html");

    assertThat(delivery.shape()).isEqualTo(Shape.BRIGHTSPACE);
    assertThat(delivery.arrivals()).hasSize(1);
    assertThat(delivery.arrivals().get(0).pieces().get(0).path().toString())
        .endsWith("Nov 10, 2026 1015 PM");
    assertThat(delivery.arrivals().get(0).note())
        .isEqualTo("latest of 2 attempts, of 2026-11-10T22:15");
  }

  @Test
  void iliasHasTheLoginInItsFolders() throws IOException {
    Delivery delivery = of("Müller_Anna Maria_amueller_815/20261120101500_lab.zip");

    assertThat(delivery.shape()).isEqualTo(Shape.ILIAS);
    assertThat(delivery.arrivals().get(0).people())
        .containsExactly(new Identity("815", "Müller, Anna Maria", "amueller", ""));
  }

  @Test
  void gradescopeKnowsGroups() throws IOException {
    of("assignment_1_export/submission_5/src/A.java");
    Files.writeString(
        temporary.resolve("class/assignment_1_export/submission_metadata.yml"),
        """
        submission_5:
          :submitters:
          - :name: Anna Müller
            :sid: '7'
            :email: a@x.org
          - :name: Ben
            :sid:
            :email: b@x.org
        """);
    Delivery delivery = Recognition.of(temporary.resolve("class"), "class");

    assertThat(delivery.shape()).isEqualTo(Shape.GRADESCOPE);
    assertThat(delivery.arrivals().get(0).people())
        .containsExactly(
            new Identity("7", "Anna Müller", "", "a@x.org"),
            new Identity("", "Ben", "", "b@x.org"));
  }

  @Test
  void clonesAreNamedByLogin() throws IOException {
    Delivery delivery = of("kafka-lab-ann-x/.git/HEAD", "kafka-lab-ben/.git/HEAD");

    assertThat(delivery.shape()).isEqualTo(Shape.CLONES);
    assertThat(delivery.arrivals())
        .extracting(arrival -> arrival.people().get(0).login())
        .containsExactly("ann-x", "ben");
    assertThat(Clones.assignment(List.of("only-one"))).isEmpty();
  }

  @Test
  void foldersAndArchivesAreStudents() throws IOException {
    Delivery delivery = of("anna/src/A.java", "ben.zip", "ben.tar.gz", "notes.txt", ".DS_Store");

    assertThat(delivery.shape()).isEqualTo(Shape.FOLDERS);
    assertThat(delivery.arrivals())
        .extracting(Arrival::label)
        .containsExactly("anna", "ben.tar.gz", "ben.zip");
    assertThat(delivery.aside()).containsExactly("notes.txt");
  }

  @Test
  void oneFolderAroundAClassIsPassedThrough() throws IOException {
    assertThat(of("export/class a/anna/src/A.java", "export/class a/ben/src/A.java").arrivals())
        .extracting(Arrival::label)
        .containsExactly("anna", "ben");
  }

  @Test
  void aModuleIsOneStudentAlsoOneFolderDeeper() throws IOException {
    Delivery delivery = of("anna/src/main/java/A.java", "photo.png");

    assertThat(delivery.shape()).isEqualTo(Shape.ONE);
    assertThat(delivery.arrivals().get(0).label()).isEqualTo("anna");
    assertThat(delivery.arrivals().get(0).pieces())
        .containsExactly(Piece.contentOf(temporary.resolve("class")));
  }

  @Test
  void flatSourcesAreOneStudent() throws IOException {
    assertThat(of("KafkaLabFactory.java", "more/B.java").shape()).isEqualTo(Shape.ONE);
  }
}
