package dev.kafkalab.grader.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Zoo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the handout, the rules, the criteria and the known submissions to each other. */
class RulesTest {

  private static final String FILE = "rules.yaml: ";
  private static final int LEAST_BROKEN = 2;

  private final LabRules lab = LabRules.read();
  private final Map<String, List<String>> handout = HandoutSentences.read();

  @Test
  void eachSentenceOfTheHandoutIsARuleOrDemandsNothing() {
    handout.forEach(
        (file, sentences) ->
            assertThat(sentences)
                .as(FILE + "make a rule of what " + file + " demands, or add it to 'explains'")
                .allMatch(
                    sentence ->
                        quotes(file).stream().anyMatch(sentence::contains)
                            || explained(file).stream().anyMatch(sentence::startsWith)));
  }

  @Test
  void eachRuleStandsInTheHandoutWordForWord() {
    lab.rules()
        .forEach(
            rule ->
                rule.says()
                    .forEach(
                        (file, quoted) ->
                            quoted.forEach(
                                words ->
                                    assertThat(sentences(file))
                                        .as(FILE + rule.id() + " quotes " + file)
                                        .anyMatch(sentence -> sentence.contains(words)))));
  }

  @Test
  void whatExplainsStandsThereToo() {
    lab.explains()
        .forEach(
            (file, beginnings) ->
                beginnings.forEach(
                    beginning ->
                        assertThat(sentences(file))
                            .as(FILE + "explains, " + file)
                            .anyMatch(sentence -> sentence.startsWith(beginning))));
  }

  @Test
  void eachRuleIsJudgedOrSaysWhyNot() {
    assertThat(lab.rules())
        .as(FILE + "name the criterion below 'judged-by', or the reason as 'unjudged'")
        .allMatch(rule -> !rule.judgedBy().isEmpty() || rule.reason().isPresent());
  }

  @Test
  void eachJudgedRuleIsBrokenByTwoThatBreakNoOther() {
    assertThat(lab.rules())
        .as(FILE + "write two submissions in grader/zoo/bad that break these alone")
        .filteredOn(rule -> rule.reason().isEmpty())
        .filteredOn(rule -> rule.brokenBy().size() < LEAST_BROKEN)
        .map(rule -> rule.id() + " is broken by " + rule.brokenBy())
        .isEmpty();
    assertThat(lab.rules().stream().flatMap(rule -> rule.brokenBy().stream()))
        .as(FILE + "a submission breaks one rule alone")
        .doesNotHaveDuplicates();
  }

  @Test
  void whoeverBreaksARuleFailsACriterionThatJudgesIt() throws IOException {
    Map<String, KnownSubmission> known =
        new Zoo(Path.of("zoo"))
            .read().stream().collect(Collectors.toMap(KnownSubmission::id, Function.identity()));
    for (Rule rule : lab.rules()) {
      List<String> criteria = rule.judgedBy().stream().map(CriterionId::toString).toList();
      for (String name : rule.brokenBy()) {
        assertThat(known).as(FILE + rule.id()).containsKey(name);
        assertThat(criteria)
            .as("%s%s is broken by %s, which must fail one of these", FILE, rule.id(), name)
            .anyMatch(id -> known.get(name).of(id).outcome() != OutcomeKind.PASSED);
      }
    }
  }

  @Test
  void eachCriterionJudgesARuleAndNoTwoRulesHaveOneName() {
    assertThat(lab.rules().stream().flatMap(rule -> rule.judgedBy().stream()))
        .contains(CriterionId.values());
    assertThat(lab.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
  }

  @Test
  void theDocumentOfTheRepositoryIsUpToDate() {
    assertThat(Path.of("../docs/rules.md"))
        .as("docs/rules.md differs from rules.yaml: regenerate it with " + RulesDocument.COMMAND)
        .content(StandardCharsets.UTF_8)
        .isEqualToNormalizingNewlines(RulesDocument.of(lab));
  }

  private List<String> quotes(String file) {
    List<String> quotes = new ArrayList<>();
    lab.rules().forEach(rule -> quotes.addAll(rule.says().getOrDefault(file, List.of())));
    return quotes;
  }

  private List<String> explained(String file) {
    return lab.explains().getOrDefault(file, List.of());
  }

  private List<String> sentences(String file) {
    return Stream.ofNullable(handout.get(file)).flatMap(List::stream).toList();
  }
}
