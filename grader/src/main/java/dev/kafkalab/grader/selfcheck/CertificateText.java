package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.feedback.Column;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import java.util.Locale;
import java.util.function.Function;

/** Writes a certificate for people: the matrix, then each verdict that is wrong. */
public final class CertificateText {

  private static final Column NAME = new Column(26);
  private static final String INDENT = "    ";

  private CertificateText() {}

  /** Returns the text, with a line break at its end. */
  public static String of(Certificate certificate) {
    StringBuilder text = new StringBuilder();
    text.append(row("criterion", Verdict::toString));
    certificate
        .matrix()
        .forEach(
            (criterion, counts) ->
                text.append(
                    row(criterion, verdict -> String.valueOf(counts.getOrDefault(verdict, 0)))));
    text.append(row("all", verdict -> String.valueOf(certificate.count(verdict))));
    certificate.checked().stream()
        .filter(checked -> !checked.isRight())
        .forEach(checked -> write(checked, text));
    return text.append('\n').append(summary(certificate)).toString();
  }

  /** Each column is as wide as its heading. */
  private static String row(String name, Function<Verdict, String> cells) {
    StringBuilder row = new StringBuilder(NAME.left(name));
    for (Verdict verdict : Verdict.values()) {
      Column column = new Column(verdict.toString().length());
      row.append("  ").append(column.right(cells.apply(verdict)));
    }
    return row.append('\n').toString();
  }

  private static void write(Checked checked, StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "\n%s (%s), seed %d\n",
            checked.submission(),
            checked.submission().title(),
            checked.graded().seed()));
    for (Judgement judgement : checked.wrong()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: %s, expected %s, got %s with %d points\n",
              judgement.criterion(),
              judgement.verdict(),
              judgement.expected(),
              judgement.result().kind(),
              judgement.result().points()));
      Feedback feedback = judgement.result().feedback();
      if (feedback != null) {
        FeedbackText.linesInBrief(feedback, "docs/rubric.md")
            .forEach(line -> text.append(INDENT).append(line).append('\n'));
      }
    }
    checked.complaints().forEach(complaint -> text.append("  ").append(complaint).append('\n'));
  }

  private static String summary(Certificate certificate) {
    long wrong = certificate.checked().stream().filter(checked -> !checked.isRight()).count();
    return String.format(
        Locale.ROOT,
        "%d known submissions, %d verdicts: %s. Seed %d, %d s.\n",
        certificate.checked().size(),
        certificate.checked().stream().mapToInt(checked -> checked.judgements().size()).sum(),
        wrong == 0 ? "all are right" : wrong + " submissions with wrong verdicts or feedback",
        certificate.seed(),
        certificate.duration().toSeconds());
  }
}
