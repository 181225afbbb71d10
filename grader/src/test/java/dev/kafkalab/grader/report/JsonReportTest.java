package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Test
  void theReportHasTheFieldsOfItsSchemaInOrder() throws Exception {
    JsonNode report = read(MixedGrade.mixed());

    assertThat(names(report))
        .containsExactly(
            "schema",
            "submission",
            "finished",
            "score",
            "maxScore",
            "bonus",
            "maxBonus",
            "broker",
            "remarks",
            "isolation",
            "seed",
            "durationMillis",
            "problems",
            "criteria",
            "deliverables");
    assertThat(report.get("criteria"))
        .hasSize(5)
        .allSatisfy(
            criterion ->
                assertThat(names(criterion))
                    .containsExactly(
                        "id",
                        "task",
                        "title",
                        "outcome",
                        "points",
                        "maxPoints",
                        "bonus",
                        "blockedBy",
                        "message",
                        "hint",
                        "misconception",
                        "location",
                        "facts",
                        "timeline",
                        "durationMillis",
                        "tries",
                        "earlier",
                        "exhibits"));
  }

  @Test
  void theReportTellsHowTheGradingWas() throws Exception {
    JsonNode report = read(MixedGrade.mixed());

    assertThat(report.get("schema").textValue()).isEqualTo("kafkalab/grade/v1");
    assertThat(report.get("submission").textValue()).isEqualTo("ada");
    assertThat(report.get("score").intValue()).isEqualTo(7);
    assertThat(report.get("maxScore").intValue()).isEqualTo(36);
    assertThat(report.get("broker").toString())
        .isEqualTo("{\"kind\":\"embedded\",\"version\":\"4.1.0\",\"remark\":\"\"}");
    assertThat(report.get("isolation").textValue()).isEqualTo("process");
    assertThat(report.get("seed").longValue()).isEqualTo(42);
    assertThat(report.get("durationMillis").longValue()).isEqualTo(12_345);
    assertThat(report.get("problems")).isEmpty();
  }

  @Test
  void aPassHasNothingToTell() throws Exception {
    assertThat(criterion(0))
        .isEqualTo(
            """
            {"id":"topic.created","task":1,"title":"the topic is there","outcome":"PASSED",\
            "points":5,"maxPoints":5,"bonus":false,"blockedBy":null,"message":"","hint":"",\
            "misconception":null,"location":null,"facts":[],"timeline":[],"durationMillis":1250,"tries":1,"earlier":[],"exhibits":[]}""");
  }

  @Test
  void aFailureHasItsFeedback() throws Exception {
    assertThat(criterion(1))
        .isEqualTo(
            """
            {"id":"producer.delivers","task":2,"title":"each event arrives","outcome":"FAILED",\
            "points":2,"maxPoints":8,"bonus":false,"blockedBy":null,\
            "message":"One event is missing.","hint":"Wait for it.","misconception":null,\
            "location":"Producer.java:31","facts":[{"name":"sent","value":"7"},\
            {"name":"lost","value":"1"}],"timeline":[],"durationMillis":1250,"tries":1,"earlier":[],"exhibits":[]}""");
  }

  @Test
  void aBlockedCriterionNamesItsBlocker() throws Exception {
    assertThat(criterion(3))
        .isEqualTo(
            """
            {"id":"producer.order","task":2,"title":"the order is kept","outcome":"BLOCKED",\
            "points":0,"maxPoints":7,"bonus":false,"blockedBy":"producer.delivers",\
            "message":"Nothing arrived.","hint":"","misconception":null,"location":null,\
            "facts":[],"timeline":[],"durationMillis":1250,"tries":1,"earlier":[],"exhibits":[]}""");
  }

  @Test
  void aLessonHasItsMisconceptionWithItsHintAndItsTimeline() throws Exception {
    JsonNode lesson = read(MixedGrade.lessons()).get("criteria").get(0);

    assertThat(lesson.get("misconception").textValue()).isEqualTo("auto-commit");
    assertThat(lesson.get("hint").textValue()).isEqualTo(Misconception.AUTO_COMMIT.hint());
    assertThat(lesson.get("timeline").toString())
        .isEqualTo(
            """
            [{"actor":"","kind":"HELD","partition":1,"from":67,"to":67,"location":null,\
            "wrong":null},\
            {"actor":"","kind":"COMMITTED","partition":1,"from":77,"to":77,\
            "location":"Consumer.java:61","wrong":"67 was not handled yet"},\
            {"actor":"","kind":"KILLED","partition":null,"from":null,"to":null,\
            "location":null,"wrong":null}]""");
  }

  @Test
  void whatWasObservedStandsBehindTheFactsOfTheFeedback() throws Exception {
    JsonNode criteria = read(MixedGrade.lessons()).get("criteria");

    assertThat(criteria.get(0).get("facts").toString())
        .isEqualTo(
            """
            [{"name":"held","value":"67"},{"name":"commits","value":"3"}]""");
    assertThat(criteria.get(2).get("outcome").textValue()).isEqualTo("PASSED");
    assertThat(criteria.get(2).get("facts"))
        .extracting(fact -> fact.get("name").textValue())
        .containsExactly("Q1", "user_999");
  }

  @Test
  void bonusPointsAreToldApart() throws Exception {
    JsonNode report = read(MixedGrade.lessons());

    assertThat(report.get("score").intValue()).isEqualTo(9);
    assertThat(report.get("maxScore").intValue()).isEqualTo(19);
    assertThat(report.get("bonus").intValue()).isEqualTo(2);
    assertThat(report.get("maxBonus").intValue()).isEqualTo(5);
    assertThat(report.get("criteria"))
        .extracting(criterion -> criterion.get("bonus").booleanValue())
        .containsExactly(false, false, false, true);
  }

  @Test
  void deliverablesAreTold() throws Exception {
    assertThat(read(MixedGrade.withDeliverables()).get("deliverables").toString())
        .isEqualTo(
            """
            [{"name":"ANSWERS.md","present":true,"detail":""},\
            {"name":"screenshot of the topic","present":false,\
            "detail":"a picture in docs\\u001B"}]""");
  }

  @Test
  void whatCannotBeGradedHasItsProblemsAndNoCriteria() throws Exception {
    JsonNode report = read(MixedGrade.notGradable());

    assertThat(report.get("criteria")).isEmpty();
    assertThat(report.get("problems").toString())
        .isEqualTo(
            """
            [{"message":"';' expected.","hint":"Add it.","misconception":null,\
            "location":"A.java:3","facts":[],"timeline":[]},\
            {"message":"There is no class B.","hint":"","misconception":null,\
            "location":null,"facts":[],"timeline":[]}]""");
  }

  @Test
  void theReportEndsWithALineBreak() {
    assertThat(JsonReport.of(MixedGrade.mixed())).endsWith("}\n");
  }

  private static String criterion(int index) throws JsonProcessingException {
    return read(MixedGrade.mixed()).get("criteria").get(index).toString();
  }

  private static JsonNode read(GradedSubmission graded) throws JsonProcessingException {
    return JSON.readTree(JsonReport.of(graded));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
