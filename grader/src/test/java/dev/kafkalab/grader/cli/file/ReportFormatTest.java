package dev.kafkalab.grader.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.MixedGrade;
import dev.kafkalab.grader.report.Surroundings;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportFormatTest {

  private static final Surroundings HERE = new Surroundings(Map.of(), "");

  @Test
  void eachFormatHasItsNameAndWritesEveryGrading() {
    assertThat(ReportFormat.names())
        .containsExactly(
            "json",
            "junit",
            "gradescope",
            "classroom50",
            "ctrf",
            "github-summary",
            "github-annotations",
            "csv",
            "html");
    for (ReportFormat format : ReportFormat.values()) {
      MixedGrade.all().forEach(graded -> assertThat(format.write(graded, HERE)).isNotNull());
    }
    assertThat(ReportFormat.named("ctrf")).contains(ReportFormat.CTRF);
    assertThat(ReportFormat.named("pdf")).isEmpty();
  }

  @Test
  void junitCountsEachOutcomeAndHasThePointsAsProperties() throws Exception {
    Element suite = xml(MixedGrade.mixed()).getDocumentElement();

    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    assertThat(suite.getAttribute("time")).isEqualTo("12.345");
    assertThat(text(suite, "property", "name", "points.producer.delivers", "value"))
        .isEqualTo("2/8");
    assertThat(text(suite, "property", "name", "score", "value")).isEqualTo("7/36");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("One event is missing.");
    assertThat(failure.getAttribute("type")).isEqualTo("FAILED");
    assertThat(failure.getTextContent()).contains("at Producer.java:31", "→ Wait for it.");
    Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
    assertThat(skipped.getAttribute("message")).isEqualTo("blocked by producer.delivers");
  }

  @Test
  void junitKeepsWhatIsNoXmlFromBeingAnyWhere() throws Exception {
    Element suite = xml(MixedGrade.hostile()).getDocumentElement();

    assertThat(suite.getElementsByTagName("script").getLength()).isZero();
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("<script>alert(1)</script> ]]> \\u001B[31m", "</pre><b>c</b>\uFFFD");
  }

  @Test
  void gradescopeAddsTheChallengesOnTop() throws Exception {
    JsonNode root = json(ReportFormat.GRADESCOPE, MixedGrade.lessons());

    assertThat(root.get("score").asInt()).isEqualTo(4 + 0 + 5 + 2);
    assertThat(root.at("/tests/0/max_score").asInt()).isEqualTo(10);
    assertThat(root.at("/tests/0/status").asText()).isEqualTo("failed");
    assertThat(root.at("/tests/0/output").asText()).startsWith("failed\nThe commit came too early");
    assertThat(root.at("/tests/3/max_score").asInt()).isZero();
    assertThat(root.at("/tests/3/score").asInt()).isEqualTo(2);
  }

  @Test
  void gradescopeGetsNoScoreWhereNoneCounts() throws Exception {
    for (GradedSubmission graded : List.of(MixedGrade.incomplete(), MixedGrade.unfinished())) {
      JsonNode root = json(ReportFormat.GRADESCOPE, graded);

      assertThat(root.has("score")).isFalse();
      assertThat(root.get("output").asText()).contains("no score counts");
    }
  }

  @Test
  void classroom50IsToldBySurroundingsWhoseItIs() throws Exception {
    Surroundings runner =
        new Surroundings(
            Map.of(
                "CLASSROOM", "streams",
                "ASSIGNMENT", "kafka",
                "SUBMISSION_TAG", "submit/1",
                "COMMIT_URL", "https://host/c",
                "RELEASE_URL", "https://host/r"),
            "");
    JsonNode root =
        new ObjectMapper()
            .readTree(ReportFormat.CLASSROOM50.write(MixedGrade.unfinished(), runner));

    assertThat(root.get("schema").asText()).isEqualTo("classroom50/result/v1");
    assertThat(root.get("classroom").asText()).isEqualTo("streams");
    assertThat(root.get("review").asText()).isEqualTo("https://host/c");
    assertThat(root.get("datetime").asText()).isEqualTo("2025-12-04T08:00:00Z");
    assertThat(root.at("/tests/0/test-name").asText()).isEqualTo("topic.created");
    assertThat(root.get("score").asInt()).isEqualTo(5);
    assertThat(root.get("max-score").asInt()).isEqualTo(9);
    assertThat(root.at("/tests/1/outcome").asText()).isEqualTo("not judged yet");
  }

  @Test
  void classroom50sScoresAreTheSumsOfItsTests() throws Exception {
    for (GradedSubmission graded : MixedGrade.all()) {
      JsonNode root = json(ReportFormat.CLASSROOM50, graded);
      int score = 0;
      int most = 0;
      for (JsonNode test : root.get("tests")) {
        score += test.get("score").asInt();
        most += test.get("max-score").asInt();
      }

      assertThat(root.get("score").asInt()).isEqualTo(score);
      assertThat(root.get("max-score").asInt()).isEqualTo(most);
    }
  }

  @Test
  void ctrfCallsFlakyWhatPassedAfterTheGraderHadFailed() throws Exception {
    JsonNode root = json(ReportFormat.CTRF, MixedGrade.triedTwice());

    assertThat(root.at("/results/summary/flaky").asInt()).isEqualTo(1);
    assertThat(root.at("/results/tests/0/flaky").asBoolean()).isTrue();
    assertThat(root.at("/results/tests/0/retries").asInt()).isEqualTo(1);
    assertThat(root.at("/results/tests/0/retryAttempts").toString())
        .isEqualTo("[{\"attempt\":1,\"status\":\"other\",\"message\":\"The grader failed.\"}]");
  }

  @Test
  void ctrfTellsTheFiveStatusesApart() throws Exception {
    JsonNode summary = json(ReportFormat.CTRF, MixedGrade.mixed()).at("/results/summary");

    assertThat(summary.get("tests").asInt()).isEqualTo(5);
    assertThat(summary.get("passed").asInt()).isEqualTo(1);
    assertThat(summary.get("failed").asInt()).isEqualTo(2);
    assertThat(summary.get("skipped").asInt()).isEqualTo(1);
    assertThat(summary.get("pending").asInt()).isEqualTo(1);
    assertThat(summary.get("stop").asLong() - summary.get("start").asLong()).isEqualTo(12_345);
  }

  @Test
  void annotationsNameTheLineAndTheFileInTheRepository() {
    Surroundings pullRequest = new Surroundings(Map.of(), "student-template");

    assertThat(ReportFormat.GITHUB_ANNOTATIONS.write(MixedGrade.mixed(), pullRequest))
        .isEqualTo(
            "::error file=student-template/src/main/java/dev/kafkalab/lab/Producer.java,line=31,"
                + "title=producer.delivers%3A 2 of 8 points::One event is missing.%0Aat Producer.java:31"
                + "  producer.close(Duration.ZERO);%0A  sent  7%0A  lost  1%0A→ Wait for it.\n"
                + "::error title=producer.key-affinity%3A 0 of 10 points::There is no key.%0A→ Set it.\n");
  }

  @Test
  void annotationsHaveNoCommandOfTheStudents() {
    String written = ReportFormat.GITHUB_ANNOTATIONS.write(MixedGrade.hostile(), HERE);

    assertThat(written.lines()).hasSize(1);
    assertThat(written)
        .startsWith("::error file=src/main/java/dev/kafkalab/lab/A%2Cb%3Ac.java,line=31,title=")
        .doesNotContain("\u001B");
  }

  @Test
  void annotationsAreNoMoreThanGithubShowsOfAStep() {
    String written = ReportFormat.GITHUB_ANNOTATIONS.write(MixedGrade.failures(12, "a"), HERE);

    assertThat(written.lines()).hasSize(10).allMatch(line -> line.startsWith("::error "));
  }

  @Test
  void annotationsEscapeAnEscapeFirst() {
    assertThat(ReportFormat.GITHUB_ANNOTATIONS.write(MixedGrade.failures(1, "50% %0A a:b,c"), HERE))
        .isEqualTo(
            "::error title=failure.0%3A 0 of 1 points::It is not.%0A  seen  50%25 %250A a:b,c\n");
  }

  @Test
  void theSummaryIsNeverLargerThanGithubTakes() {
    for (String text : List.of("x".repeat(400_000), "é<\n".repeat(100_000), "x".repeat(2 << 20))) {
      String written = ReportFormat.GITHUB_SUMMARY.write(MixedGrade.failures(10, text), HERE);

      assertThat(written.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
      assertThat(written)
          .contains("… truncated", "| ✗ | `failure.9` | 0/1 |")
          .endsWith("</details>\n");
    }
    assertThat(ReportFormat.GITHUB_SUMMARY.write(MixedGrade.mixed(), HERE))
        .doesNotContain("… truncated");
  }

  @Test
  void theSummaryHasNoMarkupOfTheStudents() {
    String written = ReportFormat.GITHUB_SUMMARY.write(MixedGrade.hostile(), HERE);

    assertThat(written)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;/pre&gt;&lt;b&gt;c&lt;/b&gt;")
        .doesNotContain("<script>", "<b>", "\u001B", "\u0000");
  }

  @Test
  void theSummaryOpensWithTheScoreAndWhatToFixFirst() {
    assertThat(ReportFormat.GITHUB_SUMMARY.write(MixedGrade.mixed(), HERE))
        .startsWith(
            """
            ## Kafka lab: 7 of 36 points

            Kafka 4.1.0 (embedded), isolation: process, seed 42.

            ### Fix first: `producer.delivers`
            """)
        .contains("| ✗ | `producer.delivers` | 2/8 | each event arrives |");
  }

  @Test
  void csvIsOneHeadAndOneLineWithoutFormulas() {
    assertThat(ReportFormat.CSV.write(MixedGrade.hostile(), HERE))
        .isEqualTo(
            "submission,score,maxScore,bonus,maxBonus,counts,isolation,seed,producer.delivers\r\n"
                + "'=cmd(),2,8,0,0,true,process,42,2\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "ada| ada",
        "=1+1| '=1+1",
        "+1| '+1",
        "-1| '-1",
        "@SUM(A1)| '@SUM(A1)",
        "`\t=1`| `'\t=1`",
        "`\r=1`| `\uFFFD=1`",
        "`\n=1`| `' =1`",
        "a,b| `\"a,b\"`",
        "say \"a\"| `\"say \"\"a\"\"\"`",
        "`two\nlines`| `two lines`"
      })
  void csvQuotesByRfc4180AndNoCellIsAFormula(String name, String cell) {
    assertThat(ReportFormat.CSV.write(MixedGrade.named(name), HERE))
        .contains("\r\n" + cell + ",7,36,0,0,true,process,42,")
        .endsWith("\r\n");
  }

  private static JsonNode json(ReportFormat format, GradedSubmission graded) throws Exception {
    return new ObjectMapper().readTree(format.write(graded, HERE));
  }

  private static Document xml(GradedSubmission graded) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String written = ReportFormat.JUNIT.write(graded, HERE);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(written)));
  }

  private static String text(Element root, String tag, String key, String value, String attribute) {
    for (int i = 0; i < root.getElementsByTagName(tag).getLength(); i++) {
      Element element = (Element) root.getElementsByTagName(tag).item(i);
      if (element.getAttribute(key).equals(value)) {
        return element.getAttribute(attribute);
      }
    }
    throw new AssertionError("no " + tag + " with " + key + "=" + value);
  }
}
