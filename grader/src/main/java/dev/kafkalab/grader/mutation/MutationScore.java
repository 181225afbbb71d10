package dev.kafkalab.grader.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many faults the rubric notices of those that were made by rule.
 *
 * @param all the mutants
 */
public record MutationScore(List<Judged> all) {

  private static final double PERCENT = 100;

  /** Copies the list, so that a score never changes. */
  public MutationScore {
    all = List.copyOf(all);
  }

  /** Returns how many have this fate. */
  public long count(Fate fate) {
    return all.stream().filter(judged -> judged.fate() == fate).count();
  }

  /** Returns how many of those that can be noticed were, in per cent. */
  public double percent() {
    long killed = count(Fate.KILLED);
    long noticeable = killed + count(Fate.SURVIVED);
    return noticeable == 0 ? PERCENT : PERCENT * killed / noticeable;
  }

  /** Returns those that nobody noticed, in their order. */
  public List<Judged> survivors() {
    return all.stream().filter(judged -> judged.fate() == Fate.SURVIVED).toList();
  }

  /** Returns the score in one sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%d of %d mutants were noticed: %.1f %%. Besides, %d are equivalent to the reference, %d do not compile, and %d were not judged.",
        count(Fate.KILLED),
        count(Fate.KILLED) + count(Fate.SURVIVED),
        percent(),
        count(Fate.EQUIVALENT),
        count(Fate.NOT_VIABLE),
        count(Fate.NOT_JUDGED));
  }

  /** Returns the section for docs/validity.md, with a line break at its end. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append(
        """

        ## Mutants of the reference

        `./lab mutate` makes small faults in the reference by rule: with PIT's operators in the bytecode, and with operators of this
        field in the sources. The mutation score is how many of them at least one criterion notices.

        """);
    out.append(sentence()).append("\n\n| noticed by | mutants |\n| --- | --: |\n");
    byCriterion()
        .forEach((criterion, count) -> out.append("| `" + criterion + "` | " + count + " |\n"));
    out.append("\nNot noticed by anybody:\n\n");
    survivors()
        .forEach(
            judged ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "- `%s` line %d, %s: %s (`%s`)%n",
                        judged.file(),
                        judged.line(),
                        judged.operator(),
                        judged.what(),
                        judged.code())));
    return out.toString();
  }

  private Map<String, Long> byCriterion() {
    return all.stream()
        .filter(judged -> judged.fate() == Fate.KILLED)
        .collect(Collectors.groupingBy(Judged::by, TreeMap::new, Collectors.counting()));
  }
}
