package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * Writes what is known of how often the grader is wrong, from what {@code selfcheck} and {@code
 * soak} have written.
 */
public final class ValidityDocument {

  /**
   * Of n trials without a failure, the true rate is below 3/n in 95 of 100 cases: Hanley and
   * Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 1983.
   */
  private static final double RULE_OF_THREE = 3;

  private static final double PERCENT = 100;
  private static final long MILLIS = 1000;

  private final StringBuilder out = new StringBuilder();

  private ValidityDocument() {}

  /**
   * Returns it as Markdown, with a line break at its end.
   *
   * @param certificates of selfchecks, a section each, and of soaks in the order of their time:
   *     those since the last wrong verdict are added up, which is mended since, and those before
   */
  public static String of(List<JsonNode> certificates) {
    ValidityDocument document = new ValidityDocument();
    document.out.append(
        """
        # How often the grader is wrong

        Written by `./lab validity` from what `./lab selfcheck` and `./lab soak` measured; nothing here is typed by hand.
        """);
    certificates.stream()
        .filter(each -> isOf(Plan.Kind.SELFCHECK, each))
        .forEach(document::writeSelfcheck);
    List<JsonNode> soaks =
        certificates.stream().filter(each -> isOf(Plan.Kind.SOAK, each)).toList();
    int mended = lastWrong(soaks) + 1;
    if (mended == soaks.size()) {
      document.writeSoak(new Measured(soaks));
    } else {
      document.writeSoak(new Measured(soaks.subList(mended, soaks.size())));
      document.writeEarlier(new Measured(soaks.subList(0, mended)));
    }
    return document.out.toString();
  }

  /** Returns which was the last one with a wrong verdict; -1 where none was. */
  private static int lastWrong(List<JsonNode> soaks) {
    int last = soaks.size() - 1;
    while (last >= 0 && new Measured(List.of(soaks.get(last))).wrong() == 0) {
      last--;
    }
    return last;
  }

  private static boolean isOf(Plan.Kind kind, JsonNode certificate) {
    return certificate.path("command").asText().equals(kind.command());
  }

  private void writeSelfcheck(JsonNode json) {
    Measured measured = new Measured(List.of(json));
    out.append(
        """

        ## Known submissions, on the %s broker

        Submissions whose verdicts are known (`grader/zoo`): %d bad ones with one fault each, %d right ones that are unlike the
        reference, and %d that are hostile to whoever runs them. Each is judged by the criteria that its change is about.

        """
            .formatted(
                json.at("/submissions/0/broker").asText(),
                measured.gradingsOf("bad"),
                measured.gradingsOf("good"),
                measured.gradingsOf("hostile")));
    writeMatrix(measured);
    out.append(
        "\n%d gradings, %d verdicts, %s wrong.\n\n"
            .formatted(
                measured.gradings(),
                measured.verdicts(),
                measured.wrong() == 0 ? "none" : String.valueOf(measured.wrong())));
    writeRun(json);
    writeWrong(measured);
  }

  private void writeSoak(Measured soaks) {
    if (soaks.gradings() == 0) {
      return;
    }
    out.append(
        """

        ## The same again and again, under load

        %d gradings with seeds of their own, %d of them whole gradings of right solutions, while busy loops, a process that makes
        garbage and one that writes to the disk compete for the machine. A verdict that is not the expected one is a flip.

        """
            .formatted(soaks.gradings(), soaks.gradingsOf("good")));
    writeMatrix(soaks);
    out.append('\n').append(flips(soaks)).append("\n\n");
    soaks.certificates().forEach(this::writeRun);
    writeWrong(soaks);
  }

  /** What was wrong is mended: it no longer counts, and is not forgotten. */
  private void writeEarlier(Measured soaks) {
    if (soaks.gradings() == 0) {
      return;
    }
    out.append(
        """

        ## Before the last wrong verdict was mended

        %d gradings, %d of them whole gradings of right solutions. %s

        """
            .formatted(soaks.gradings(), soaks.gradingsOf("good"), flips(soaks)));
    soaks.certificates().forEach(each -> out.append("- %s\n".formatted(whenAndWhere(each))));
    writeWrong(soaks);
  }

  private static String flips(Measured soaks) {
    int verdicts = soaks.verdicts();
    int flips = soaks.wrong();
    return flips == 0
        ? String.format(
            Locale.ROOT,
            "No flip in %d verdicts. By the rule of three the true rate is, with 95 %% confidence, below %.2f %% of gradings and"
                + " %.3f %% of verdicts.",
            verdicts,
            RULE_OF_THREE / soaks.gradings() * PERCENT,
            RULE_OF_THREE / verdicts * PERCENT)
        : String.format(
            Locale.ROOT,
            "%d of %d verdicts flipped: %.3f %%.",
            flips,
            verdicts,
            flips * PERCENT / verdicts);
  }

  /** Says when and where it was, and how to repeat it. */
  private void writeRun(JsonNode json) {
    out.append(
        "- %s To repeat it: `./lab %s --json FILE`\n"
            .formatted(whenAndWhere(json), json.at("/circumstances/again").asText()));
  }

  private static String whenAndWhere(JsonNode json) {
    return "%d gradings in %d s, at commit %s. %s."
        .formatted(
            json.get("submissions").size(),
            json.get("durationMillis").asLong() / MILLIS,
            json.at("/circumstances/revision").asText(),
            json.at("/circumstances/text").asText());
  }

  private void writeMatrix(Measured measured) {
    out.append("| criterion |");
    for (Verdict verdict : Verdict.values()) {
      out.append(' ').append(verdict).append(" |");
    }
    out.append("\n|---|").append("---|".repeat(Verdict.values().length)).append('\n');
    measured
        .matrix()
        .forEach(
            (criterion, counts) -> {
              out.append("| `").append(criterion).append("` |");
              counts.values().forEach(count -> out.append(' ').append(count).append(" |"));
              out.append('\n');
            });
  }

  private void writeWrong(Measured measured) {
    for (JsonNode submission : measured.submissions()) {
      for (JsonNode judgement : submission.get("judgements")) {
        if (!judgement.get("verdict").asText().equals(Verdict.RIGHT.name())) {
          out.append(
              "- Wrong: `%s`, seed %d, `%s`: %s instead of %s. %s\n"
                  .formatted(
                      submission.get("id").asText(),
                      submission.get("seed").asLong(),
                      judgement.get("criterion").asText(),
                      judgement.get("outcome").asText(),
                      judgement.get("expected").asText(),
                      judgement.get("message").asText()));
        }
      }
    }
  }
}
