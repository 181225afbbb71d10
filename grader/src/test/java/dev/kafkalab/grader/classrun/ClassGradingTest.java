package dev.kafkalab.grader.classrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.export.ClassTable;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.handin.ClassIntake;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.IntakeListener;
import dev.kafkalab.grader.handin.MadeUpClass;
import dev.kafkalab.grader.handin.MadeUpWork;
import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.handin.roster.Roster;
import dev.kafkalab.grader.handin.roster.RosterFile;
import dev.kafkalab.grader.report.MixedGrade;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassGradingTest {

  private static final RunSettings SETTINGS =
      new RunSettings(
          RunSettings.SCHEMA, "s", null, false, List.of(), "embedded", "sandbox", 7, "2026-12-01");

  private final List<Path> graded = Collections.synchronizedList(new ArrayList<>());
  private final List<Standing> told = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path temporary;
  private Path source;
  private Roster roster;
  private final List<Canary> judged = Collections.synchronizedList(new ArrayList<>());
  private Canaries canaries = Canaries.NONE;
  private Set<String> only = Set.of();
  private int readings;

  @BeforeEach
  void aClassHandsIn() throws Exception {
    MadeUpClass made = new MadeUpClass(MadeUpWork.values().length, MadeUpWork.values());
    source = made.write(Shape.MOODLE, temporary.resolve("source"));
    roster = RosterFile.read(made.writeRoster(temporary.resolve("roster.csv")));
  }

  @Test
  void eachGetsOneResultAndASecondRunKeepsThem() throws Exception {
    List<Standing> first = grade(Again.NOTHING, this::pass);
    int gradable = graded.size();

    assertThat(gradable).isBetween(5, first.size() - 3);
    assertThat(first).filteredOn(each -> each.state() == State.GRADED).hasSize(gradable);
    assertThat(first).filteredOn(each -> each.state() == State.MISSING).hasSize(2);
    assertThat(first)
        .filteredOn(each -> each.state() == State.REFUSED)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.problem()).isNotEmpty());
    assertThat(told).hasSize(gradable);

    List<Standing> second = grade(Again.NOTHING, this::pass);

    assertThat(graded).hasSize(gradable);
    assertThat(second).extracting(Standing::state).isEqualTo(states(first));
    assertThat(second)
        .extracting(Standing::report)
        .isEqualTo(first.stream().map(Standing::report).toList());
  }

  @Test
  void whoeverChangedSomethingIsGradedAgainAndNobodyElse() throws Exception {
    List<Standing> first = grade(Again.NOTHING, this::pass);
    graded.clear();
    Path changed = someSource();
    Files.writeString(changed, "\n// another line\n", StandardOpenOption.APPEND);

    List<Standing> second = grade(Again.NOTHING, this::pass);

    assertThat(graded).hasSize(1);
    assertThat(second).filteredOn(each -> each.tries() == 2).hasSize(1);
    assertThat(states(second)).isEqualTo(states(first));
  }

  @Test
  void anotherRevisionOrSeedIsAnotherResult() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("submission/src"));
    Files.writeString(folder.resolve("A.java"), "class A {}");
    Path submission = folder.getParent();
    RunSettings other =
        new RunSettings(
            RunSettings.SCHEMA, "s", null, false, List.of(), "embedded", "sandbox", 8, "");
    String key = ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1");

    assertThat(ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1")).isEqualTo(key);
    assertThat(ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "2")).isNotEqualTo(key);
    assertThat(ResultKey.of(ResultKey.contentOf(submission), other, "1")).isNotEqualTo(key);
    Files.createDirectories(submission.resolve("target"));
    Files.writeString(submission.resolve("target/A.class"), "made");
    assertThat(ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1")).isEqualTo(key);
    Files.createDirectories(folder.resolve(".hidden"));
    Files.writeString(folder.resolve(".hidden/settings"), "read by the code");
    String withSettings = ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1");
    assertThat(withSettings).isNotEqualTo(key);
    Files.move(folder.resolve("A.java"), folder.resolve("B.java"));
    assertThat(ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1"))
        .isNotEqualTo(withSettings);
    assertThat(ResultKey.of(ResultKey.contentOf(submission), SETTINGS, "1")).isNotEqualTo(key);
  }

  @Test
  void whatTheGraderFailsAtCostsNobodyElseAndIsTriedAgainWhenAskedFor() throws Exception {
    List<Standing> first =
        grade(
            Again.NOTHING,
            folder -> {
              if (graded.isEmpty()) {
                graded.add(folder);
                throw new IllegalStateException("a fault of ours");
              }
              return pass(folder);
            });

    assertThat(first).filteredOn(each -> each.state() == State.FAILED).hasSize(1);
    Standing failed =
        first.stream().filter(each -> each.state() == State.FAILED).findFirst().orElseThrow();
    assertThat(failed.report()).isNull();
    assertThat(failed.problem()).contains("a fault of ours");
    graded.clear();
    assertThat(states(grade(Again.NOTHING, this::pass))).isEqualTo(states(first));
    assertThat(graded).isEmpty();

    List<Standing> third = grade(Again.parse("failed"), this::pass);

    assertThat(graded).hasSize(1);
    assertThat(third).noneMatch(each -> each.state() == State.FAILED);
    graded.clear();
    grade(Again.parse(failed.who().id()), this::pass);
    assertThat(graded).hasSize(1);
  }

  @Test
  void aGraderThatIsEndedKeepsWhatItHasAndGoesOnWithTheRest() throws Exception {
    assertThatThrownBy(() -> gradeUntil(3)).isInstanceOf(InterruptedIOException.class);
    Files.writeString(
        temporary.resolve("run/log.jsonl"), "{\"at\":\"2026-", StandardOpenOption.APPEND);
    graded.clear();

    List<Standing> rest = grade(Again.NOTHING, this::pass);

    long all = rest.stream().filter(each -> each.state() == State.GRADED).count();
    assertThat(graded).hasSize((int) all - 2);
    graded.clear();
    grade(Again.NOTHING, this::pass);
    assertThat(graded).isEmpty();
  }

  @Test
  void aSubmissionThatEndsTheGraderThreeTimesIsGivenUp() throws Exception {
    Participant first =
        Participants.of(handedIn()).stream()
            .filter(each -> each.handin() != null && each.handin().isGradable())
            .findFirst()
            .orElseThrow();
    only = Set.of(first.id());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> gradeUntil(1)).isInstanceOf(InterruptedIOException.class);
      graded.clear();
    }
    only = Set.of();

    List<Standing> standings = grade(Again.NOTHING, this::pass);

    assertThat(standings)
        .filteredOn(each -> each.state() == State.FAILED)
        .singleElement()
        .satisfies(each -> assertThat(each.problem()).contains("three times"))
        .satisfies(each -> assertThat(each.tries()).isEqualTo(3));
  }

  @Test
  void whoeverEndsTheGraderAgainAndAgainIsToBlameForNobodyElse() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> gradeUntil(1)).isInstanceOf(InterruptedIOException.class);
      graded.clear();
    }

    assertThat(grade(Again.NOTHING, this::pass)).noneMatch(each -> each.state() == State.FAILED);
  }

  @Test
  void whoIsNotNamedKeepsWhatTheyHave() throws Exception {
    only = Set.of(firstGradable(grade(Again.NOTHING, this::pass)));
    int before = graded.size();

    List<Standing> second = grade(Again.parse("all"), this::pass);

    assertThat(graded).hasSize(before + 1);
    assertThat(second).filteredOn(each -> each.state() == State.GRADED).hasSize(before);
  }

  @Test
  void whoIsNotNamedAndHasNothingIsPending() throws Exception {
    Participant first =
        Participants.of(handedIn()).stream()
            .filter(each -> each.handin() != null && each.handin().isGradable())
            .findFirst()
            .orElseThrow();
    only = Set.of(first.id());

    List<Standing> standings = grade(Again.NOTHING, this::pass);

    assertThat(graded).hasSize(1);
    assertThat(standings).filteredOn(each -> each.state() == State.GRADED).hasSize(1);
    assertThat(standings).filteredOn(each -> each.state() == State.PENDING).isNotEmpty();
  }

  private static String firstGradable(List<Standing> standings) {
    return standings.stream()
        .filter(each -> each.report() != null)
        .map(each -> each.who().id())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoGradersDoNotShareARun() throws Exception {
    try (RunFolder run = RunFolder.open(temporary.resolve("run"))) {
      assertThat(run.settings()).isEmpty();
      assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run")).close())
          .isInstanceOf(RunProblem.class)
          .hasMessageContaining("Another grader");
      run.begin(SETTINGS);
      assertThat(run.settings()).contains(SETTINGS);
    }
  }

  @Test
  void aFolderWithOtherFilesBecomesNoRun() throws Exception {
    Files.writeString(temporary.resolve("source/notes.txt"), "mine");

    assertThatThrownBy(() -> RunFolder.open(temporary.resolve("source")).close())
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("no run");
    assertThat(temporary.resolve("source/results")).doesNotExist();
  }

  @Test
  void idsAreDifferentFileNames() throws Exception {
    List<Participant> participants = Participants.of(handedIn());

    assertThat(participants).extracting(Participant::id).doesNotHaveDuplicates();
    assertThat(participants)
        .extracting(Participant::id)
        .allMatch(id -> id.matches("[\\p{L}\\p{N}_@+][\\p{L}\\p{N}._@+-]*"));
    assertThat(Participants.of(handedIn()))
        .extracting(Participant::id)
        .isEqualTo(participants.stream().map(Participant::id).toList());
  }

  @Test
  void theTableHasALineForEach() throws Exception {
    List<Standing> standings = grade(Again.NOTHING, this::pass);
    ClassBook book = ClassBook.read(temporary.resolve("run"), Set.of());

    List<String> lines =
        ClassTable.of(book, List.of("topic.created", "no.such"), CsvForm.USUAL).lines().toList();

    assertThat(lines).hasSize(standings.size() + 1);
    assertThat(lines.get(0))
        .startsWith("\uFEFFid,name,group,state,")
        .endsWith(",topic.created,no.such");
    assertThat(lines).filteredOn(line -> line.contains(",missing,")).hasSize(2);
  }

  @Test
  void knownSubmissionsAreJudgedAmongTheOthersAndOnlyWhereThereIsSomethingToGrade()
      throws Exception {
    canaries = new Canaries(List.of(bird("right", ""), bird("wrong", "It should not pass.")));

    grade(Again.NOTHING, this::pass);

    assertThat(judged)
        .containsExactlyInAnyOrder(
            new Canary("right", true, ""), new Canary("wrong", false, "It should not pass."));
    assertThat(ClassBook.read(temporary.resolve("run"), Set.of()).isTrustworthy()).isFalse();
    judged.clear();
    grade(Again.NOTHING, this::pass);
    assertThat(judged).isEmpty();
    assertThat(ClassBook.read(temporary.resolve("run"), Set.of()).canaries()).hasSize(2);
  }

  @Test
  void aKnownSubmissionThatTheGraderFailsAtIsNoReasonToTrustIt() throws Exception {
    Canaries.Known bird =
        new Canaries.Known(
            "lost",
            Set.of(),
            folder -> {
              throw new IllegalStateException("a fault of ours");
            },
            graded -> "");
    canaries = new Canaries(List.of(bird));

    grade(Again.NOTHING, this::pass);

    assertThat(judged)
        .singleElement()
        .satisfies(each -> assertThat(each.right()).isFalse())
        .satisfies(each -> assertThat(each.problem()).contains("a fault of ours"));
  }

  private static Canaries.Known bird(String id, String problem) {
    return new Canaries.Known(id, Set.of(), Files::createDirectories, graded -> problem);
  }

  private GradedSubmission pass(Path folder) {
    assertThat(folder).isDirectory();
    graded.add(folder);
    return MixedGrade.triedTwice();
  }

  private static List<State> states(List<Standing> standings) {
    return standings.stream().map(Standing::state).toList();
  }

  private HandedIn handedIn() throws Exception {
    Path work = temporary.resolve("work" + readings++);
    return new ClassIntake(work, false).readAll(source, roster, new Silent());
  }

  private List<Standing> grade(Again again, Function<Path, GradedSubmission> grader)
      throws Exception {
    try (RunFolder run = RunFolder.open(temporary.resolve("run"))) {
      run.begin(SETTINGS);
      return new ClassGrading(run, SETTINGS, (folder, criteria) -> grader.apply(folder), canaries)
          .grade(Participants.of(handedIn()), only, again, 1, new Told())
          .students();
    }
  }

  /** The grader is told to end while it grades this one. */
  private void gradeUntil(int last) throws Exception {
    try (RunFolder run = RunFolder.open(temporary.resolve("run"))) {
      run.begin(SETTINGS);
      ClassGrading[] grading = new ClassGrading[1];
      grading[0] =
          new ClassGrading(
              run,
              SETTINGS,
              (folder, criteria) -> {
                GradedSubmission result = pass(folder);
                if (graded.size() == last) {
                  grading[0].end();
                }
                return result;
              },
              Canaries.NONE);
      grading[0].grade(Participants.of(handedIn()), only, Again.NOTHING, 1, new Told());
    }
  }

  private Path someSource() throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      return files
          .filter(file -> file.endsWith("KafkaLabFactory.java"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private final class Told implements ClassGrading.Listener {

    @Override
    public void begins(List<Standing> kept, int left, int besides) {
      assertThat(kept).doesNotContainNull();
    }

    @Override
    public void judged(Canary canary) {
      judged.add(canary);
    }

    @Override
    public void graded(Standing standing) {
      told.add(standing);
    }
  }

  private static final class Silent implements IntakeListener {

    @Override
    public void recognized(Shape shape, int submissions) {
      assertThat(submissions).isPositive();
    }

    @Override
    public void read(Handin handin) {
      assertThat(handin.who()).isNotEmpty();
    }
  }
}
