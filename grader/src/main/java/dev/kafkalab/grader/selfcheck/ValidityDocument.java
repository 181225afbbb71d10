package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
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

  private final StringBuilder out = new StringBuilder();

  private ValidityDocument() {}

  /** Returns it as Markdown, with a line break at its end. */
  public static String of(JsonNode selfcheck, JsonNode soak) {
    ValidityDocument document = new ValidityDocument();
    document.writeHead();
    document.writeSelfcheck(selfcheck);
    document.writeSoak(soak);
    return document.out.toString();
  }

  private void writeHead() {
    out.append(
        """
        # How often the grader is wrong

        Written by `./lab validity` from what two other commands measured; nothing here is typed by hand.

        """);
  }

  private void writeSelfcheck(JsonNode json) {
    out.append(
        """
        ## Known submissions

        Submissions whose verdicts are known (`grader/zoo`): bad ones with one fault each, right ones that are unlike the reference,
        and ones that are hostile to whoever runs them. Each is judged by the criteria that its change is about.

        """);
    write(json);
    out.append(
        """

        To repeat it: `./lab selfcheck --seed %d --json selfcheck.json`

        """
            .formatted(json.get("seed").asLong()));
  }

  private void writeSoak(JsonNode json) {
    int load = json.at("/circumstances/load").asInt();
    int runs = json.get("submissions").size();
    int verdicts = verdicts(json);
    out.append(
        """
        ## The same again and again, under load

        %d gradings with seeds of their own, while %d busy loops, a process that makes garbage and one that writes to the disk
        compete for the machine. A verdict that is not the expected one is a flip.

        """
            .formatted(runs, load));
    write(json);
    int flips = verdicts - count(json, Verdict.RIGHT);
    out.append(
        flips == 0
            ? String.format(
                Locale.ROOT,
                "\nNo flip. By the rule of three the true rate is, with 95 %% confidence, below %.2f %% of gradings and %.3f %% of verdicts.\n",
                RULE_OF_THREE / runs * PERCENT,
                RULE_OF_THREE / verdicts * PERCENT)
            : String.format(
                Locale.ROOT,
                "\n%d of %d verdicts flipped: %.3f %%.\n",
                flips,
                verdicts,
                flips * PERCENT / verdicts));
    out.append(
        "\nTo repeat it: `./lab soak --runs %d --load %d --seed %d --json soak.json`\n"
            .formatted(runs, load, json.get("seed").asLong()));
  }

  private void write(JsonNode json) {
    out.append("| criterion |");
    for (Verdict verdict : Verdict.values()) {
      out.append(' ').append(verdict).append(" |");
    }
    out.append("\n|---|").append("---|".repeat(Verdict.values().length)).append('\n');
    json.get("criteria").forEach(row -> writeRow(row.get("id").asText(), row));
    out.append(
        "\n%d gradings, %d verdicts, in %d s, on the %s broker. %s.\n"
            .formatted(
                json.get("submissions").size(),
                verdicts(json),
                json.get("durationMillis").asLong() / 1000,
                json.at("/submissions/0/broker").asText(),
                json.at("/circumstances/text").asText()));
  }

  private void writeRow(String id, JsonNode row) {
    out.append("| `").append(id).append("` |");
    for (Verdict verdict : Verdict.values()) {
      out.append(' ').append(row.get(verdict.name()).asInt()).append(" |");
    }
    out.append('\n');
  }

  private static int verdicts(JsonNode json) {
    int all = 0;
    for (Verdict verdict : Verdict.values()) {
      all += count(json, verdict);
    }
    return all;
  }

  private static int count(JsonNode json, Verdict verdict) {
    int count = 0;
    for (JsonNode row : json.get("criteria")) {
      count += row.get(verdict.name()).asInt();
    }
    return count;
  }
}
