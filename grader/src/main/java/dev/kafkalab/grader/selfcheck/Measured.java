package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The measurements of one or several runs, added up.
 *
 * @param certificates what they have written, as JSON
 */
record Measured(List<JsonNode> certificates) {

  Measured {
    certificates = List.copyOf(certificates);
  }

  int gradings() {
    return certificates.stream().mapToInt(each -> each.get("submissions").size()).sum();
  }

  /** Returns how many of the gradings were of submissions of a kind, such as good. */
  int gradingsOf(String kind) {
    int count = 0;
    for (JsonNode submission : submissions()) {
      if (submission.get("id").asText().startsWith(kind + "/")) {
        count++;
      }
    }
    return count;
  }

  int verdicts() {
    return matrix().values().stream()
        .flatMap(row -> row.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  int wrong() {
    return verdicts()
        - matrix().values().stream().mapToInt(row -> row.getOrDefault(Verdict.RIGHT, 0)).sum();
  }

  /** Returns how often each verdict was given, for each criterion, in the rubric's order. */
  Map<String, Map<Verdict, Integer>> matrix() {
    Map<String, Map<Verdict, Integer>> matrix = new LinkedHashMap<>();
    for (JsonNode certificate : certificates) {
      for (JsonNode row : certificate.get("criteria")) {
        Map<Verdict, Integer> counts =
            matrix.computeIfAbsent(row.get("id").asText(), id -> new EnumMap<>(Verdict.class));
        for (Verdict verdict : Verdict.values()) {
          counts.merge(verdict, row.get(verdict.name()).asInt(), Integer::sum);
        }
      }
    }
    return matrix;
  }

  List<JsonNode> submissions() {
    List<JsonNode> all = new ArrayList<>();
    certificates.forEach(each -> each.get("submissions").forEach(all::add));
    return all;
  }
}
