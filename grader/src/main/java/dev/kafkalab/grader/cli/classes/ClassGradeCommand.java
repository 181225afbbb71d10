package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.Again;
import dev.kafkalab.grader.classrun.Canaries;
import dev.kafkalab.grader.classrun.ClassGrading;
import dev.kafkalab.grader.classrun.Participant;
import dev.kafkalab.grader.classrun.Participants;
import dev.kafkalab.grader.classrun.RunFolder;
import dev.kafkalab.grader.classrun.Slice;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.cli.classes.shared.ClassReading;
import dev.kafkalab.grader.cli.classes.shared.ClassSourceCheck;
import dev.kafkalab.grader.cli.classes.shared.Unwatched;
import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.cli.option.BrokerOption;
import dev.kafkalab.grader.cli.option.IsolationOption;
import dev.kafkalab.grader.cli.option.JudgeOptions;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.report.JsonText;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.resources.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades the submissions of a class into a folder. */
@Command(
    name = "grade",
    header = "Grades all submissions of a class into a folder.",
    description =
        "Reads SOURCE as 'class check' does, and grades each submission. RUN gets a report for each "
            + "(results, feedback), and a table and a page of all (class.csv, class.html). Stop it at any time: the same "
            + "command, or one without SOURCE, goes on with what is missing, and grades again what has "
            + "changed.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:each submission has a result, or it says why it cannot be graded",
      "2:invalid command line, or SOURCE cannot be opened",
      "4:the isolation does not work here, the grader itself failed for a submission, or a known one "
          + "was judged wrongly: see class.html"
    })
final class ClassGradeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..1",
      description = "the folder or archive of all submissions (default: the run's)")
  private @Nullable Path source;

  @Option(
      names = "--into",
      paramLabel = "RUN",
      required = true,
      description = "the folder of the results: a new one, or that of a run to go on with")
  private Path into = Path.of(".");

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "the class as CSV, as for 'class check' (default: the run's)")
  private @Nullable Path roster;

  @Option(names = "--strict", description = "mend nothing: refuse what would have to be mended")
  private boolean isStrict;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "the most that are graded at a time, fewer while the machine is busy (default: the "
              + "number of processors)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--slice",
      paramLabel = "N/OF",
      description =
          "grade only this part of the class, such as 2/8; 'class merge' puts the parts together")
  private String slice = "1/1";

  @Option(
      names = "--canaries",
      paramLabel = "N",
      description =
          "grade so many submissions whose verdicts are known among them: the reference, the "
              + "template and wrong ones (default: ${DEFAULT-VALUE}; 0 for none)",
      defaultValue = "5")
  private int canaries = 5;

  @Mixin private LateOptions late = new LateOptions();

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "grade only these, by the ids of class.csv")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--again",
      paramLabel = "changed|failed|all|ID,...",
      description =
          "grade these although they have a result (default: changed, those whose submission or "
              + "grader has changed)",
      converter = AgainConverter.class)
  private Again again = Again.NOTHING;

  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Mixin private BrokerOption broker = new BrokerOption();

  @Mixin private IsolationOption isolation = new IsolationOption();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (jobs < 1) {
      throw new Complaint(command, "--jobs must be 1 or more.");
    }
    if (source == null && !RunFolder.isRun(into)) {
      throw new Complaint(
          command, "There is no run in '%s' yet: name the submissions.".formatted(into));
    }
    try (RunFolder run = RunFolder.open(into)) {
      RunSettings settings = settings(run, command);
      Optional<String> none = IsolationChoice.parse(settings.isolation()).whyNot();
      if (none.isPresent()) {
        command.getErr().println(none.get());
        command.getErr().println("Nothing was graded.");
        command.getErr().flush();
        return ExitCode.INFRASTRUCTURE.number();
      }
      if (!RunFolder.isRun(into)) {
        run.begin(settings);
      }
      if (late.areGiven()) {
        run.write(ClassBook.POLICY, JsonText.of(late.after(run.policy(), command)));
      }
      return grade(run, settings, command);
    } catch (RunProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }

  private RunSettings settings(RunFolder run, CommandLine command) throws IOException, RunProblem {
    RunSettings old = run.settings().orElse(null);
    if (old != null) {
      complainAbout(old, command);
      return old;
    }
    Path named = Objects.requireNonNull(source);
    RunSettings made =
        new RunSettings(
            RunSettings.SCHEMA,
            named.toAbsolutePath().normalize().toString(),
            roster == null ? null : roster.toAbsolutePath().normalize().toString(),
            isStrict,
            List.copyOf(new TreeSet<>(judge.criteria(command))),
            broker.choice().word(),
            isolation.choice(command, IsolationChoice.SANDBOX).word(),
            judge.seed(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    ClassSourceCheck.check(Path.of(made.source()), made.roster(), command);
    return made;
  }

  /** Results of one run are comparable: what decides about points is the same for all. */
  private void complainAbout(RunSettings old, CommandLine command) {
    List<String> fixed =
        List.of("--criteria", "--task", "--seed", "--broker", "--isolation", "--strict");
    for (String option : fixed) {
      if (command.getParseResult().hasMatchedOption(option)) {
        throw new Complaint(
            command,
            "%s is fixed for this run, which began with its own: leave it out, or name a new folder."
                .formatted(option));
      }
    }
    ClassSourceCheck.check(sourceOf(old), rosterOf(old), command);
  }

  private Path sourceOf(RunSettings settings) {
    return source == null ? Path.of(settings.source()) : source;
  }

  private @Nullable String rosterOf(RunSettings settings) {
    return roster == null ? settings.roster() : roster.toString();
  }

  private int grade(RunFolder run, RunSettings settings, CommandLine command)
      throws IOException, RunProblem {
    Style style = Ansi.AUTO.enabled() ? Style.COLOURED : Style.PLAIN;
    Slice part = slice(command);
    String list = rosterOf(settings);
    ClassReading reading =
        new ClassReading(
            sourceOf(settings), list == null ? null : Path.of(list), settings.strict(), command);
    WorkFolder work = new WorkFolder();
    ClassGrading grading =
        new ClassGrading(run, settings, request(settings), canaries(settings, command));
    Runtime.getRuntime().addShutdownHook(new Thread(grading::end, "end-class"));
    Runtime.getRuntime().addShutdownHook(new Thread(work::delete, "remove-copies"));
    try {
      HandedIn handedIn = reading.into(work.path(), new Unwatched());
      List<Participant> participants =
          Participants.of(handedIn).stream().filter(each -> part.has(each.id())).toList();
      checkIds(participants, command);
      ClassGradeProgress progress = new ClassGradeProgress(command.getErr(), style, run, jobs);
      ClassRecord record = grading.grade(participants, only, again, jobs, progress);
      ClassFiles.write(into, CsvForm.USUAL);
      command.getOut().print(ClassGradeTable.of(record, style));
      command.getOut().print(ClassShowTable.files(into));
      command.getOut().flush();
      boolean isOurs =
          record.students().stream().anyMatch(each -> each.state() == State.FAILED)
              || record.canaries().stream().anyMatch(each -> !each.right());
      return (isOurs ? ExitCode.INFRASTRUCTURE : ExitCode.GRADED).number();
    } finally {
      work.delete();
    }
  }

  private void checkIds(List<Participant> all, CommandLine command) {
    for (String id : only) {
      if (all.stream().noneMatch(each -> each.id().equals(id))) {
        throw new Complaint(
            command, "Nobody of this class has the id '%s'.".formatted(DeadText.of(id)));
      }
    }
  }

  private GradingRequest request(RunSettings settings) {
    return new GradingRequest(
            Path.of("."),
            Set.copyOf(settings.criteria()),
            BrokerChoice.parse(settings.broker()),
            settings.seed(),
            jobs > 1 ? Pace.AMONG_OTHERS : Pace.ALONE)
        .in(IsolationChoice.parse(settings.isolation()));
  }

  private Slice slice(CommandLine command) {
    try {
      return Slice.parse(slice);
    } catch (IllegalArgumentException e) {
      throw new Complaint(command, DeadText.of(String.valueOf(e.getMessage())));
    }
  }

  /** A copy of the grader that was handed out knows no submissions. */
  private Canaries canaries(RunSettings settings, CommandLine command) throws IOException {
    ZooFolder zoo = ZooFolder.of(command);
    return canaries > 0 && zoo.isThere()
        ? Canaries.draw(
            zoo.reference(),
            zoo.template(),
            zoo.choose(Set.of()),
            Set.copyOf(settings.criteria()),
            canaries,
            settings.seed())
        : Canaries.NONE;
  }
}
