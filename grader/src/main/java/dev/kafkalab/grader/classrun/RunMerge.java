package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.Policy;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the parts of a class, each graded by a machine of its own, together to one run. */
public final class RunMerge {

  private final Path target;
  private final Map<String, Standing> students = new LinkedHashMap<>();
  private final Map<String, Canary> canaries = new LinkedHashMap<>();

  private RunMerge(Path target) {
    this.target = target;
  }

  /**
   * Writes the run that has all of theirs.
   *
   * @param parts whose points were given in the same way
   * @param target an empty folder, or a missing one
   * @throws RunProblem where they do not fit together
   */
  public static void of(List<ClassBook> parts, Path target) throws IOException, RunProblem {
    ClassBook first = parts.get(0);
    for (ClassBook part : parts) {
      insistOnSame(first, part);
    }
    RunMerge merge = new RunMerge(target);
    try (RunFolder run = RunFolder.open(target)) {
      if (RunFolder.isRun(target)) {
        throw new RunProblem("'%s' has a run already: name a new folder.".formatted(target));
      }
      run.begin(first.settings());
      if (!first.policy().equals(Policy.NONE)) {
        run.write(ClassBook.POLICY, JsonText.of(first.policy()));
      }
      for (ClassBook part : parts) {
        merge.take(part, run);
      }
      run.write(ClassBook.RECORD, JsonText.of(merge.record(first.revision())));
    }
  }

  private ClassRecord record(String revision) {
    Comparator<Standing> asHandedIn =
        Comparator.comparing((Standing each) -> each.who().label().isEmpty())
            .thenComparing(each -> each.who().label())
            .thenComparing(each -> each.who().id());
    return new ClassRecord(
        ClassRecord.SCHEMA,
        revision,
        students.values().stream().sorted(asHandedIn).toList(),
        List.copyOf(canaries.values()));
  }

  private static void insistOnSame(ClassBook first, ClassBook part) throws RunProblem {
    RunSettings one = first.settings();
    RunSettings other = part.settings();
    boolean same =
        one.seed() == other.seed()
            && one.strict() == other.strict()
            && one.criteria().equals(other.criteria())
            && one.broker().equals(other.broker())
            && one.isolation().equals(other.isolation());
    if (!same || !first.revision().equals(part.revision())) {
      throw new RunProblem(
          "'%s' and '%s' cannot be compared: they differ in %s."
              .formatted(
                  first.folder(),
                  part.folder(),
                  same
                      ? "the grader's revision"
                      : "seed, criteria, broker, isolation or --strict"));
    }
    if (!first.policy().equals(part.policy())) {
      throw new RunProblem(
          "'%s' and '%s' have different deadlines or policies for late submissions."
              .formatted(first.folder(), part.folder()));
    }
  }

  private void take(ClassBook part, RunFolder run) throws IOException, RunProblem {
    for (ClassBook.Row row : part.rows()) {
      Standing other = students.putIfAbsent(row.who().id(), row.standing());
      if (other != null) {
        throw new RunProblem(
            "'%s' is in two of the runs: one of them is no part of the class."
                .formatted(row.who().id()));
      }
    }
    for (Canary canary : part.canaries()) {
      canaries.merge(canary.id(), canary, (one, another) -> one.right() ? another : one);
    }
    for (String folder : List.of("results", "feedback")) {
      copyAll(part.folder().resolve(folder), target.resolve(folder));
    }
    for (LogLine line : RunFolder.logOf(part.folder())) {
      run.log(line);
    }
    appendByHand(part.folder().resolve(ClassBook.BY_HAND));
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** One head stays; who has the same line in each part's file loses nothing by its repetition. */
  private void appendByHand(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Path all = target.resolve(ClassBook.BY_HAND);
    List<String> lines = Files.readAllLines(file);
    if (!Files.exists(all)) {
      Files.write(all, lines);
      return;
    }
    List<String> known = Files.readAllLines(all);
    List<String> joined =
        Stream.concat(known.stream(), lines.stream().skip(1).filter(each -> !known.contains(each)))
            .toList();
    Files.write(all, joined);
  }
}
