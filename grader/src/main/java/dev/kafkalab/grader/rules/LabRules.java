package dev.kafkalab.grader.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.kafkalab.grader.rubric.CriterionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lab's rules, and what the handout says besides.
 *
 * @param rules in the order of the handout
 * @param explains sentences of the handout that demand nothing, by file: their beginnings
 */
public record LabRules(List<Rule> rules, Map<String, List<String>> explains) {

  private static final String FILE = "rules.yaml";

  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  /** Copies the rules, so that they never change. */
  public LabRules {
    rules = List.copyOf(rules);
  }

  /** What the file says. */
  private record Content(List<Entry> rules, Map<String, List<String>> explains) {}

  /** What the file says of one rule. */
  private record Entry(
      String id,
      LinkedHashMap<String, List<String>> says,
      @Nullable List<String> judgedBy,
      @Nullable List<String> brokenBy,
      @Nullable String unjudged) {

    Rule rule() {
      List<CriterionId> criteria = orEmpty(judgedBy).stream().map(CriterionId::named).toList();
      return new Rule(id, says, criteria, orEmpty(brokenBy), unjudged);
    }
  }

  /**
   * Reads the rules of the lab.
   *
   * @throws UncheckedIOException if the file is not as it should be
   */
  public static LabRules read() {
    try (InputStream file = LabRules.class.getResourceAsStream(FILE)) {
      Content content = YAML.readValue(Objects.requireNonNull(file, FILE), Content.class);
      return new LabRules(content.rules().stream().map(Entry::rule).toList(), content.explains());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the rules that a criterion judges, in the order of the handout. */
  public List<Rule> judgedBy(String criterion) {
    return rules.stream()
        .filter(rule -> rule.judgedBy().stream().anyMatch(id -> id.toString().equals(criterion)))
        .toList();
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}
