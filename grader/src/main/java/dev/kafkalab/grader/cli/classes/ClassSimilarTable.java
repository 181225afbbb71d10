package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.similar.SimilarityCheck;
import dev.kafkalab.grader.feedback.DeadText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes for the console which submissions are alike. */
final class ClassSimilarTable {

  private static final int MOST_PAIRS = 20;

  private ClassSimilarTable() {}

  static String of(SimilarPairs found, ClassBook book, Path run) {
    List<String> lines = new ArrayList<>();
    if (found.pairs().isEmpty()) {
      lines.add("No two submissions are so much alike.");
    } else {
      lines.add(" alike   submissions");
      found.pairs().stream().limit(MOST_PAIRS).forEach(pair -> lines.add(line(pair, book)));
      int more = found.pairs().size() - MOST_PAIRS;
      if (more > 0) {
        lines.add("         and %s more: see class.html".formatted(more));
      }
    }
    lines.add("");
    found
        .leftOut()
        .forEach(
            each ->
                lines.add(
                    "! %s was left out: %s"
                        .formatted(DeadText.of(book.nameOf(each.id())), DeadText.of(each.why()))));
    lines.add(
        String.format(
            Locale.ROOT,
            "%d submissions were compared by %s. Half of all pairs are less than %d %% alike.",
            found.compared(),
            DeadText.of(found.tool()),
            found.medianPercent()));
    lines.add("What is alike is no proof: look at the lines, and talk to the students.");
    lines.add(
        "The lines are in %s; %s opens in JPlag's viewer."
            .formatted(run.resolve("class.html"), run.resolve(SimilarityCheck.JPLAG_FILE)));
    return DeadText.ofConsole(String.join(System.lineSeparator(), lines) + System.lineSeparator());
  }

  private static String line(SimilarPairs.Pair pair, ClassBook book) {
    return String.format(
        Locale.ROOT,
        "%4d %%   %s and %s",
        pair.percent(),
        DeadText.of(book.nameOf(pair.one())),
        DeadText.of(book.nameOf(pair.other())));
  }
}
