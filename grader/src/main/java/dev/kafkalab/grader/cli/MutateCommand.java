package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.ZooFolder;
import dev.kafkalab.grader.cli.process.ExitCode;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.mutation.Equivalents;
import dev.kafkalab.grader.mutation.Fate;
import dev.kafkalab.grader.mutation.Judged;
import dev.kafkalab.grader.mutation.JudgedFile;
import dev.kafkalab.grader.mutation.Mutant;
import dev.kafkalab.grader.mutation.Mutants;
import dev.kafkalab.grader.mutation.MutationRun;
import dev.kafkalab.grader.mutation.MutationScore;
import dev.kafkalab.grader.resources.WorkFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes faults in the reference by rule, and shows those that no criterion notices. */
@Command(
    name = "mutate",
    header = "Makes faults in the reference by rule, and shows those that no criterion notices.",
    description =
        "Each result is kept at once: if the command is stopped, the next one goes on. "
            + "Faults that nobody can notice are listed in grader/mutants/equivalent.yaml, with the reason.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every fault was noticed",
      "1:some faults were not noticed",
      "2:invalid command line",
      "4:the grader itself failed"
    })
final class MutateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "where to keep the results (default: target/mutants.jsonl of the repository)")
  private @Nullable Path into;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      split = ",",
      description =
          "judge only those whose name contains this, such as EventLoop or remove-statement")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--again",
      paramLabel = "FATE",
      split = ",",
      description = "judge those with this fate once more: ${COMPLETION-CANDIDATES}")
  private Set<Fate> again = EnumSet.of(Fate.NOT_JUDGED);

  @Option(names = "--list", description = "list them, and judge none")
  private boolean list;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "write the score as a section of docs/validity.md")
  private @Nullable Path markdown;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "how many to judge at a time (default: number of cores + 1)")
  private int atOnce = Runtime.getRuntime().availableProcessors() + 1;

  @Option(names = "--seed", paramLabel = "N", description = "use the same seeds as an earlier run")
  private @Nullable Long seed;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    ZooFolder root = ZooFolder.of(command);
    PrintWriter out = command.getOut();
    List<Mutant> mutants = mutants(root.reference());
    if (list) {
      mutants.forEach(mutant -> out.println(mutant.id() + "  " + mutant.what()));
      out.flush();
      return ExitCode.GRADED.number();
    }
    MutationRun run =
        new MutationRun(
            root.reference(),
            Equivalents.read(root.root().resolve("grader/mutants/equivalent.yaml")),
            JudgedFile.open(into == null ? root.root().resolve("target/mutants.jsonl") : into),
            again,
            seed == null ? GradingRequest.newSeed() : seed);
    Progress progress = new Progress(command.getErr(), run.open(mutants).size());
    MutationScore score = new MutationScore(run.run(mutants, atOnce, progress::tick));
    show(score, out);
    return score.survivors().isEmpty() ? ExitCode.GRADED.number() : ExitCode.BELOW.number();
  }

  private List<Mutant> mutants(Path reference) throws IOException {
    WorkFolder work = new WorkFolder();
    try {
      return Mutants.of(reference, work.path().resolve("reference")).stream()
          .filter(mutant -> only.isEmpty() || only.stream().anyMatch(mutant.id()::contains))
          .toList();
    } finally {
      work.delete();
    }
  }

  private void show(MutationScore score, PrintWriter out) {
    for (Judged judged : score.survivors()) {
      out.println(judged.id() + "  " + judged.what());
      out.println("    " + judged.code());
    }
    out.println(score.sentence());
    out.flush();
    if (markdown != null) {
      WholeFile.write(markdown, score.markdown());
    }
  }

  /** Shows one line for each, with the time left. */
  private static final class Progress {

    private static final long NANOS = 1_000_000_000;

    private final PrintWriter out;
    private final int all;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();

    Progress(PrintWriter out, int all) {
      this.out = out;
      this.all = all;
    }

    void tick(Judged judged) {
      int count = done.incrementAndGet();
      long left = (System.nanoTime() - start) / count * (all - count) / NANOS;
      out.printf(
          Locale.ROOT,
          "%4d of %d  %-10s %s  %s  (about %d s left)%n",
          count,
          all,
          judged.fate().name().toLowerCase(Locale.ROOT),
          judged.id(),
          judged.by(),
          left);
      out.flush();
    }
  }
}
