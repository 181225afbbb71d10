package dev.kafkalab.grader.handin;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.checklist.Checklist;
import dev.kafkalab.grader.handin.mend.Reading;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.handin.roster.Person;
import dev.kafkalab.grader.handin.roster.Roster;
import dev.kafkalab.grader.handin.roster.RosterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassIntakeTest {

  private static final MadeUpClass SIXTY = new MadeUpClass(60, MadeUpWork.values());

  @TempDir private Path temporary;

  private HandedIn read(Path source, Roster roster) throws Exception {
    return new ClassIntake(temporary.resolve("inside/work"), false)
        .readAll(source, roster, new Silent());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONE")
  void aClassOfSixtyIsReadInEveryShape(Shape shape) throws Exception {
    Path source = SIXTY.write(shape, temporary.resolve("inside/source"));
    Roster roster = RosterFile.read(SIXTY.writeRoster(temporary.resolve("roster.csv")));

    HandedIn handedIn = read(source, roster);

    assertThat(handedIn.shape()).isEqualTo(shape);
    assertThat(handedIn.handins()).hasSize(60);
    assertThat(handedIn.asked()).isZero();
    assertThat(handedIn.missing()).extracting(Person::login).containsExactly("login61", "login62");
    Map<String, Reading> readings =
        handedIn.handins().stream()
            .collect(toMap(each -> each.owner().people().get(0).login(), Handin::reading));
    for (MadeUpStudent student : SIXTY.students()) {
      expect(SIXTY.workOf(student), readings.get(student.login()));
    }
    assertThat(temporary.resolve("inside/out.txt")).doesNotExist();
    assertThat(temporary.resolve("out.txt")).doesNotExist();
  }

  /** What can be graded has its deliverables where the lab wants them. */
  private static void expect(MadeUpWork work, Reading reading) {
    if (!work.refusal().isEmpty()) {
      assertThat(reading).as(work.name()).isInstanceOf(Refused.class);
      assertThat(((Refused) reading).problems().get(0).message())
          .as(work.name())
          .contains(work.refusal());
      return;
    }
    assertThat(reading).as(work.name()).isInstanceOf(Gradable.class);
    assertThat(Checklist.of(((Gradable) reading).folder()))
        .as(work.name())
        .filteredOn(thing -> !thing.name().endsWith(".java"))
        .allMatch(thing -> thing.present());
  }

  @Test
  void aClassInAZipFileIsReadLikeItsFolder() throws Exception {
    Path zip = temporary.resolve("class.zip");
    Files.write(zip, ArchiveFiles.zip(SIXTY.download(Shape.MOODLE)));

    HandedIn handedIn = read(zip, Roster.NONE);

    assertThat(handedIn.shape()).isEqualTo(Shape.MOODLE);
    assertThat(handedIn.refused()).isEqualTo(refusedOf(SIXTY));
  }

  private static long refusedOf(MadeUpClass students) {
    return students.students().stream()
        .filter(each -> !students.workOf(each).refusal().isEmpty())
        .count();
  }

  @Test
  void oneSubmissionIsOneStudent() throws Exception {
    Path anna = new MadeUpClass(1, MadeUpWork.MODULE).write(Shape.FOLDERS, temporary.resolve("x"));
    try (Stream<Path> folders = Files.list(anna)) {
      HandedIn handedIn = read(folders.findFirst().orElseThrow(), Roster.NONE);

      assertThat(handedIn.shape()).isEqualTo(Shape.ONE);
      assertThat(handedIn.handins()).singleElement().matches(Handin::isGradable);
    }
  }

  @Test
  void whatIsRightIsNotCopied() throws Exception {
    Path source =
        new MadeUpClass(3, MadeUpWork.MODULE).write(Shape.MOODLE, temporary.resolve("class"));

    List<Handin> handins = read(source, Roster.NONE).handins();

    assertThat(handins)
        .extracting(handin -> ((Gradable) handin.reading()).isCopy())
        .containsOnly(false);
    assertThat(temporary.resolve("inside")).doesNotExist();
  }

  @Test
  void strictlyNothingIsMended() throws Exception {
    Path source = SIXTY.write(Shape.FOLDERS, temporary.resolve("class"));

    HandedIn handedIn =
        new ClassIntake(temporary.resolve("work"), true).readAll(source, Roster.NONE, new Silent());

    assertThat(handedIn.refused()).isGreaterThan(refusedOf(SIXTY));
    assertThat(handedIn.handins())
        .flatExtracting(
            handin -> handin.reading() instanceof Refused no ? no.problems() : List.of())
        .extracting("message")
        .contains(
            "It would have to be mended, and --strict mends nothing: 'answers.TXT' taken as ANSWERS.md.");
  }

  @Test
  void twoSubmissionsOfOneStudentAreAQuestion() throws Exception {
    Path source = temporary.resolve("class");
    for (String folder : List.of("Anna Müller", "Mueller", "Müller, Anna")) {
      for (Map.Entry<String, byte[]> file : MadeUpWork.MODULE.files().entrySet()) {
        Path path = source.resolve(folder).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    Path csv = Files.writeString(temporary.resolve("roster.csv"), "id,name\n1,Anna Müller\n");

    HandedIn handedIn = read(source, RosterFile.read(csv));

    assertThat(handedIn.asked()).isEqualTo(2);
    assertThat(handedIn.handins().get(0).owner().question())
        .isEqualTo("Anna Müller has 2: 'Anna Müller', 'Müller, Anna'");
    assertThat(handedIn.handins().get(1).owner().people()).isEmpty();
  }

  private static final class Silent implements IntakeListener {
    @Override
    public void recognized(Shape shape, int submissions) {}

    @Override
    public void read(Handin handin) throws IOException {}
  }
}
