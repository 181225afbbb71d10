package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
   * Returns it with a section on what machines that fail have cost a right solution.
   *
   * @param machine the table that {@code bench/machine.sh} has printed
   */
  public static String of(List<JsonNode> certificates, String machine) {
    return of(certificates)
        + """

        ## What a machine that fails costs a right solution

        Printed by `bench/machine.sh`, which grades the reference each time: 125 of 125 is what it deserves, and exit code 4 says that
        no score counts. Neither a student nor an instructor can lose points by that.

        """
        + machine.strip()
        + '\n';
  }

  /**
   * Returns it as Markdown, with a line break at its end.
   *
   * @param certificates in the order of their time: of selfchecks, a section each, and of soaks,
   *     which are added up. Where something was wrong and more was measured since, it is mended:
   *     what is from before that stands apart.
   */
  public static String of(List<JsonNode> certificates) {
    ValidityDocument document = new ValidityDocument();
    document.out.append(
        """
        # How often the grader is wrong

        Written by `./lab validity` from what `./lab selfcheck` and `./lab soak` measured; nothing here is typed by hand.
        """);
    int mended = mended(certificates);
    List<JsonNode> before = certificates.subList(0, mended);
    List<JsonNode> since = certificates.subList(mended, certificates.size());
    selfchecks(before).filter(each -> !isWrong(each)).forEach(document::writeSelfcheck);
    selfchecks(since).forEach(document::writeSelfcheck);
    document.writeSoak(new Measured(soaks(since).toList()));
    document.writeEarlier(
        new Measured(soaks(before).toList()),
        new Measured(selfchecks(before).filter(ValidityDocument::isWrong).toList()));
    return document.out.toString();
  }

  /** Returns which one began after the last wrong verdict was mended: only a soak can show that. */
  private static int mended(List<JsonNode> certificates) {
    int next = certificates.size();
    while (next > 0 && !isWrong(certificates.get(next - 1))) {
      next--;
    }
    boolean isShown = soaks(certificates.subList(next, certificates.size())).findAny().isPresent();
    return isShown ? next : 0;
  }

  private static boolean isWrong(JsonNode certificate) {
    return new Measured(List.of(certificate)).wrong() > 0;
  }

  private static Stream<JsonNode> selfchecks(List<JsonNode> certificates) {
    return certificates.stream().filter(each -> isOf(Plan.Kind.SELFCHECK, each));
  }

  private static Stream<JsonNode> soaks(List<JsonNode> certificates) {
    return certificates.stream().filter(each -> isOf(Plan.Kind.SOAK, each));
  }

  private static boolean isOf(Plan.Kind kind, JsonNode certificate) {
    return certificate.path("command").asText().equals(kind.command());
  }

  private void writeSelfcheck(JsonNode json) {
    Measured measured = new Measured(List.of(json));
    out.append(
        String.format(
            Locale.ROOT,
            """

        ## Known submissions, on the %s broker

        Submissions whose verdicts are known (`grader/zoo`): %d bad ones with one fault each, %d right ones that are unlike the
        reference, and %d that are hostile to whoever runs them. Each is judged by the criteria that its change is about.

        """,
            json.at("/submissions/0/broker").asText(),
            measured.gradingsOf("bad"),
            measured.gradingsOf("good"),
            measured.gradingsOf("hostile")));
    writeMatrix(measured);
    out.append(
        String.format(
            Locale.ROOT,
            "\n%d gradings, %d verdicts, %s wrong.\n\n",
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
        String.format(
            Locale.ROOT,
            """

        ## The same again and again, under load

        %d gradings with seeds of their own, %d of them whole gradings of right solutions, while busy loops, a process that makes
        garbage and one that writes to the disk compete for the machine. A verdict that is not the expected one is a flip.

        """,
            soaks.gradings(),
            soaks.gradingsOf("good")));
    writeMatrix(soaks);
    out.append('\n').append(flips(soaks)).append("\n\n");
    soaks.certificates().forEach(this::writeRun);
    writeWrong(soaks);
  }

  /** What was wrong is mended: it no longer counts, and is not forgotten. */
  private void writeEarlier(Measured soaks, Measured selfchecks) {
    if (soaks.gradings() + selfchecks.gradings() == 0) {
      return;
    }
    out.append("\n## Before the last wrong verdict was mended\n\n");
    if (soaks.gradings() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              "%d gradings, %d of them whole gradings of right solutions. %s\n\n",
              soaks.gradings(),
              soaks.gradingsOf("good"),
              flips(soaks)));
    }
    soaks.certificates().forEach(each -> out.append("- %s\n".formatted(whenAndWhere(each))));
    writeWrong(soaks);
    selfchecks
        .certificates()
        .forEach(each -> out.append("- Selfcheck: %s\n".formatted(whenAndWhere(each))));
    writeWrong(selfchecks);
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
    return String.format(
        Locale.ROOT,
        "%d gradings in %d s, at commit %s. %s.",
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
              String.format(
                  Locale.ROOT,
                  "- Wrong: `%s`, seed %d, `%s`: %s instead of %s. %s\n",
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
