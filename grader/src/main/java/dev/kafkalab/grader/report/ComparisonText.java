package dev.kafkalab.grader.report;

import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.compare.Timelines;
import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.feedback.Column;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a comparison for a terminal: first the different results and their causes. */
public final class ComparisonText {

  private static final String INDENT = "    ";
  private static final Column NAME = new Column(26);
  private static final Column JUDGED = new Column(40);
  private static final Column SIDE = new Column("submission".length());

  private final Comparison comparison;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private ComparisonText(Comparison comparison, Style style) {
    this.comparison = comparison;
    this.style = style;
  }

  /** Returns the text, with a line break at its end. */
  public static String of(Comparison comparison, Style style) {
    return DeadText.ofConsole(new ComparisonText(comparison, style).write());
  }

  private String write() {
    GradedSubmission submission = comparison.submission();
    GradedSubmission reference = comparison.reference();
    line(
        style.bold(
            DeadText.of(submission.submission() + " compared with " + reference.submission())));
    line(
        style.faint(
            String.format(
                Locale.ROOT,
                "Kafka %s (%s), isolation: %s, seed %d",
                reference.broker().version(),
                reference.broker().kind(),
                reference.isolation(),
                reference.seed())));
    line("");
    row("", "submission", "reference");
    row("points", Words.pointsInBrief(submission.grade()), Words.pointsInBrief(reference.grade()));
    comparison
        .pairs()
        .forEach(
            pair ->
                row(
                    pair.submission().criterion().id(),
                    judged(pair.submission()),
                    judged(pair.reference())));
    comparison.parted().forEach(this::writePair);
    writeAtNoCost();
    if (comparison.isIncomplete()) {
      line("");
      line(style.bold("The grader itself failed: no score here counts. Please run it again."));
    }
    return out.toString();
  }

  private void row(String name, String submission, String reference) {
    String left = DeadText.of(submission);
    line(
        "  %s  %s  %s"
            .formatted(NAME.left(name), JUDGED.left(left), reference.equals(left) ? "=" : reference)
            .stripTrailing());
  }

  private static String judged(CriterionResult result) {
    return String.format(
        Locale.ROOT,
        "%s %2d/%-2d %s",
        Marks.of(result.kind()),
        result.points(),
        result.criterion().points(),
        Words.outcome(result));
  }

  private void writePair(Pair pair) {
    line("");
    line(style.bold(pair.submission().criterion().id()));
    writeSide("submission", pair.submission());
    writeSide("reference", pair.reference());
    writeTraits(Trait.of(pair));
    writeTimelines(pair.timelines());
  }

  private void writeSide(String name, CriterionResult result) {
    Feedback feedback = result.feedback();
    String said = feedback == null ? result.criterion().title() : feedback.message();
    String where =
        feedback == null || feedback.location() == null ? "" : "\nat " + feedback.location();
    FeedbackText.facts(
            List.of(new Fact(Marks.of(result.kind()) + " " + SIDE.left(name), said + where)))
        .forEach(text -> line("  " + text));
  }

  private void writeTraits(List<Trait> traits) {
    FeedbackText.facts(
            traits.stream()
                .map(
                    trait ->
                        new Fact(
                            trait.name(),
                            "submission  %s\nreference   %s"
                                .formatted(trait.submission(), trait.reference())))
                .toList())
        .forEach(text -> line(INDENT + text));
  }

  private void writeTimelines(Timelines timelines) {
    if (timelines.rows().isEmpty()) {
      return;
    }
    List<Row> rows = SideBySide.part(timelines.rows());
    Stream<String> steps = rows.stream().map(row -> SideBySide.text(row.submission()));
    Column column = Column.of(Stream.concat(Stream.of("submission"), steps));
    line(INDENT + "partition " + timelines.partition());
    line(style.faint(INDENT + "  " + column.left("submission") + "    reference"));
    for (Row row : rows) {
      String mark = row.isShared() ? "  " : row.reference() == null ? "< " : "> ";
      String text =
          INDENT
              + "  "
              + column.left(SideBySide.text(row.submission()))
              + "  "
              + mark
              + SideBySide.text(row.reference());
      line(row.isShared() ? style.faint(text) : text.stripTrailing());
      writeMark(row.submission());
    }
    if (rows.size() < timelines.rows().size()) {
      line(
          INDENT
              + String.format(
                  Locale.ROOT, "  … %d of %d steps", rows.size(), timelines.rows().size()));
    }
  }

  private void writeMark(@Nullable Step step) {
    if (step != null && step.wrong() != null) {
      line(INDENT + "  " + style.red("^ " + DeadText.of(step.wrong())));
    }
  }

  private void writeAtNoCost() {
    List<Trait> traits = Trait.of(comparison.atNoCost());
    if (!traits.isEmpty()) {
      line("");
      line(style.bold("Other differences, which did not affect any result"));
      writeTraits(traits);
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
