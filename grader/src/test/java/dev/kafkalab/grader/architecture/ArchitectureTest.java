package dev.kafkalab.grader.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final String GRADER = "dev.kafkalab.grader.";
  private static final String CHILD = GRADER + "child";

  private static final int MOST_FILES = 25;
  private static final long MOST_LINES = 2_500;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.kafkalab.grader");

  @Test
  void theClassesThatTheRulesAreAboutAreThere() {
    Set<String> slices =
        CLASSES.stream().flatMap(type -> slice(type).stream()).collect(Collectors.toSet());

    assertThat(slices)
        .containsExactlyInAnyOrder(
            "broker",
            "checklist",
            "child",
            "cli",
            "cli.byhand",
            "cli.classes",
            "cli.classes.shared",
            "classrun",
            "classrun.book",
            "classrun.export",
            "classrun.export.fill",
            "classrun.export.sheet",
            "classrun.figures",
            "classrun.page",
            "classrun.similar",
            "cli.file",
            "cli.option",
            "cli.process",
            "cli.test",
            "clock",
            "compare",
            "console",
            "criteria.answers",
            "criteria.challenge",
            "criteria.consumer",
            "criteria.group",
            "criteria.poison",
            "criteria.producer",
            "criteria.program",
            "criteria.stage",
            "criteria.topic",
            "criteria.trace",
            "doctor",
            "engine",
            "evidence",
            "feedback",
            "folder",
            "handin",
            "handin.archive",
            "handin.mend",
            "handin.platform",
            "handin.roster",
            "handout",
            "grade",
            "isolation",
            "judging",
            "look",
            "mutation",
            "offsets",
            "report",
            "report.html",
            "resources",
            "rubric",
            "rules",
            "selfcheck",
            "studentvm",
            "studentvm.launch",
            "studentvm.process",
            "studentvm.recorder",
            "submission",
            "submission.answers",
            "submission.compiler",
            "table",
            "tap",
            "tap.fence",
            "tap.note",
            "thread",
            "watch",
            "wire",
            "zoo");
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().assignedFrom(new GraderPackages()).should().beFreeOfCycles().check(CLASSES);
  }

  /** What one person can keep in mind: docs/architecture.md has the reason for each exception. */
  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "child/src/main/java"})
  void noPackageIsTooLargeToRead(String sources) throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of(sources)).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          List<Path> classes = files.filter(file -> file.toString().endsWith(".java")).toList();
          long lines = 0;
          for (Path file : classes) {
            lines += Files.readAllLines(file).size();
          }
          assertThat(classes).as("files of %s", folder).hasSizeLessThanOrEqualTo(MOST_FILES);
          assertThat(lines).as("lines of %s", folder).isLessThanOrEqualTo(MOST_LINES);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "clock", "tap", "studentvm", "evidence", "feedback"})
  void whatWatchesKnowsNothingOfJUnitNorOfGrading(String name) {
    noClasses()
        .that()
        .resideInAPackage(GRADER + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            join(
                List.of("org.junit.."),
                below(
                    "rubric",
                    "grade",
                    "engine",
                    "judging",
                    "resources",
                    "criteria",
                    "report",
                    "cli")))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "tap", "submission"})
  void doorsKnowOnlyThemselvesTheClockAndFeedback(String name) {
    onlyKnows(name, "offsets", "clock", "feedback");
  }

  @Test
  void theStudentsJvmIsKnownToItsDoorByMessagesOnly() {
    onlyKnows("studentvm", "isolation", "tap", "wire", "clock", "feedback", "folder");
    onlyKnows("isolation", "folder", "tap", "feedback");
    onlyKnows("child", "wire");
    onlyKnows("wire");
  }

  @Test
  void foldersKnowNoOtherPackageOfTheGrader() {
    onlyKnows("folder");
  }

  @Test
  void threadsKnowNoOtherPackageOfTheGrader() {
    onlyKnows("thread");
  }

  @Test
  void theClockKnowsNoOtherPackageOfTheGrader() {
    onlyKnows("clock");
  }

  /** What was handed in is read the same way, whoever grades it and however. */
  @Test
  void whoReadsHandInsKnowsNothingOfGrading() {
    onlyKnows("handin", "submission", "table", "folder", "feedback");
    onlyKnows("handin.archive", "feedback");
    onlyKnows("handin.roster", "table");
    onlyKnows("table");
    onlyKnows("handin.platform", "handin.archive", "feedback");
  }

  /** Whoever looks at the results of a class needs nothing of what made them. */
  @Test
  void aClassesBookKnowsOnlyFilesAndOutcomes() {
    onlyKnows("classrun.book", "table", "rubric", "feedback");
    onlyKnows("classrun.export", "classrun.book", "handin.roster", "table", "rubric", "feedback");
    onlyKnows("classrun.export.sheet", "table");
    onlyKnows("classrun.figures", "classrun.book", "rubric", "feedback");
    onlyKnows(
        "classrun.page",
        "classrun.book",
        "classrun.figures",
        "classrun.export",
        "report.html",
        "look",
        "rubric");
  }

  @Test
  void evidenceKnowsOnlyTheStudentsJvmTheClockAndFeedback() {
    onlyKnows("evidence", "offsets", "studentvm", "clock", "feedback");
  }

  @Test
  void offsetsKnowNoOtherPackageOfTheGrader() {
    onlyKnows("offsets");
  }

  @Test
  void theLookKnowsNoOtherPackageOfTheGrader() {
    onlyKnows("look");
  }

  @Test
  void theConsoleKnowsOnlyHowPagesLook() {
    onlyKnows("console", "look", "feedback");
  }

  @Test
  void feedbackKnowsNoOtherPackageOfTheGrader() {
    onlyKnows("feedback");
  }

  @Test
  void rubricKnowsOnlyFeedback() {
    onlyKnows("rubric", "feedback");
  }

  @Test
  void knownSubmissionsKnowNothingOfHowTheyAreJudged() {
    onlyKnows("zoo", "engine", "grade", "rubric");
    onlyKnows("rules", "rubric");
    onlyKnows(
        "mutation", "zoo", "engine", "resources", "submission", "grade", "rubric", "feedback");
    onlyKnows(
        "watch",
        "engine",
        "resources",
        "folder",
        "submission",
        "submission.answers",
        "grade",
        "rubric",
        "feedback");
    onlyKnows("selfcheck", "zoo", "engine", "resources", "grade", "rubric", "feedback");
  }

  @Test
  void whatRunsBesideTheStudentUsesOnlyWhatIsPackedWithIt() {
    classes()
        .that()
        .resideInAnyPackage(CHILD, GRADER + "thread", GRADER + "wire")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CHILD,
            GRADER + "thread",
            GRADER + "wire",
            "java..",
            "dev.kafkalab.api..",
            "org.apache.kafka..",
            "com.fasterxml.jackson..",
            "javax.management..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void nobodyCallsWhatRunsBesideTheStudent() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CHILD)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CHILD)
        .check(CLASSES);
  }

  @Test
  void gradesArePureValues() {
    classes()
        .that()
        .resideInAPackage(GRADER + "grade..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            join(List.of("java..", "org.jspecify.."), below("grade", "rubric", "feedback")))
        .check(CLASSES);
  }

  @Test
  void reportsKnowOnlyGradesAndJson() {
    classes()
        .that()
        .resideInAPackage(GRADER + "report..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            join(
                List.of("java..", "javax.xml..", "org.jspecify..", "com.fasterxml.jackson.."),
                below("report", "look", "compare", "grade", "rubric", "feedback")))
        .check(CLASSES);
  }

  /** A room of criteria can be read, and left out, without another one. */
  @ParameterizedTest
  @ValueSource(strings = {"topic", "producer", "consumer", "poison", "program", "group", "answers"})
  void aTasksCriteriaKnowOnlyTheStageAndTheTrace(String room) {
    noClasses()
        .that()
        .resideInAPackage(GRADER + "criteria." + room)
        .should()
        .dependOnClassesThat(
            describe(
                "are of another room",
                (JavaClass type) ->
                    type.getPackageName().startsWith(GRADER + "criteria.")
                        && !isOneOf(type, "criteria." + room, "criteria.stage", "criteria.trace")))
        .check(CLASSES);
  }

  @Test
  void theTraceKnowsNoStage() {
    onlyKnows(
        "criteria.trace", "offsets", "evidence", "studentvm", "wire", "tap", "clock", "feedback");
  }

  @Test
  void criteriaDoNotKnowWhoRunsOrReportsThem() {
    noClasses()
        .that()
        .resideInAPackage(GRADER + "criteria..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below("engine", "judging", "resources", "report", "cli", "grade"))
        .check(CLASSES);
  }

  /** What a student wrote is judged as it is; how the sources are compiled is no criterion's. */
  @Test
  void criteriaKnowOfASubmissionOnlyItsAnswers() {
    noClasses()
        .that()
        .resideInAPackage(GRADER + "criteria..")
        .should()
        .dependOnClassesThat(
            describe(
                "are of submission, apart from its answers",
                (JavaClass type) ->
                    type.getPackageName().startsWith(GRADER + "submission")
                        && !type.getPackageName().equals(GRADER + "submission.answers")))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(GRADER + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(GRADER + "cli..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void nothingDependsOnASolution() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.kafkalab.lab..")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        CLASSES.stream()
            .map(JavaClass::getPackage)
            .filter(marked -> !marked.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }

  /** The student's JVM sends what students print to stderr, as Java does with their exceptions. */
  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(GRADER + "cli..")
        .and()
        .doNotHaveFullyQualifiedName(CHILD + ".GraderPipe")
        .and()
        .doNotHaveFullyQualifiedName(CHILD + ".AppMain")
        .should(ACCESS_STANDARD_STREAMS)
        .check(CLASSES);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .should()
        .callMethodWhere(
            describe("a sleep", (JavaCall<?> call) -> call.getTarget().getName().equals("sleep")))
        .check(CLASSES);
  }

  private static void onlyKnows(String name, String... known) {
    classes()
        .that()
        .resideInAPackage(GRADER + name + "..")
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are of " + name + ", " + String.join(", ", known) + ", or not the grader's",
                (JavaClass type) -> isOneOf(type, name, known)))
        .check(CLASSES);
  }

  private static boolean isOneOf(JavaClass type, String name, String... known) {
    return !type.getPackageName().startsWith("dev.kafkalab.grader")
        || Stream.concat(Stream.of(name, "thread"), Arrays.stream(known))
            .anyMatch(each -> (type.getPackageName() + ".").startsWith(GRADER + each + "."));
  }

  private static String[] below(String... names) {
    return Arrays.stream(names).map(name -> GRADER + name + "..").toArray(String[]::new);
  }

  private static String[] join(List<String> first, String... more) {
    return Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  private static List<String> slice(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(GRADER) ? List.of(name.substring(GRADER.length())) : List.of();
  }

  /** One slice for each package. */
  private static final class GraderPackages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      List<String> slice = slice(type);
      return slice.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
    }

    @Override
    public String getDescription() {
      return "the grader's packages";
    }
  }
}
