package dev.kafkalab.grader.classrun.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.Deliverable;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.book.SimilarPairs.LeftOut;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Pair;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Part;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPageTest {

  private static final int MOST_BYTES = 3_000_000;
  private static final String HOSTILE = "<script>alert(1)</script>\"'\u202Elab\n::error::x & <b>";
  private static final List<CriterionInfo> CRITERIA =
      List.of(
          new CriterionInfo("producer.acks", Task.PRODUCER, 100, "each record is acknowledged"),
          new CriterionInfo("bonus.headers", Task.CHALLENGES, 25, "each record has headers"));

  @TempDir private Path run;

  @Test
  void theHeadCountsWhatBecameOfAll() throws Exception {
    MadeUpRun.write(
        run,
        MadeUpRun.graded("anna", 100, 5),
        MadeUpRun.graded("ben", 60, 0),
        MadeUpRun.missing("cem"),
        MadeUpRun.failed("dora"));

    assertThat(page())
        .contains("<strong>2</strong> graded", "<strong>1</strong> missing")
        .contains("<strong>1</strong> failed by the grader", "<strong>0</strong> refused")
        .contains("<time datetime=\"2026-12-01T10:00:00Z\">2026-12-01 10:00 UTC</time>")
        .contains("grader revision <code>abc1234</code>, isolation: sandbox, seed 7")
        .contains("<strong>Median 82.5</strong> of 100 + 25")
        .contains("The middle half has 71.3 to 93.8, the lowest is 60, the highest 105");
  }

  @Test
  void theBarsAreATableToo() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5), MadeUpRun.graded("ben", 61, 0));

    assertThat(page())
        .contains("<th scope=\"row\">60 to under 70</th><td class=\"number\">1</td>")
        .contains("<th scope=\"row\">70 to under 80</th><td class=\"number\">0</td>")
        .contains("<th scope=\"row\">120 or more</th><td class=\"number\">0</td>");
  }

  @Test
  void eachCriterionSaysHowManyPassed() throws Exception {
    MadeUpRun.write(
        run,
        MadeUpRun.graded("anna", 100, 5),
        MadeUpRun.graded("ben", 61, 0),
        MadeUpRun.graded("cem", 0, 0));

    assertThat(page())
        .contains("<code>producer.acks</code> <span class=\"title\">each record is acknowledged")
        .contains("<td class=\"number\">33 %<div")
        .contains("<td class=\"number\">53.7 of 100</td><td class=\"number\">2</td>");
  }

  @Test
  void misconceptionsAndMissingFilesNameTheirStudents() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("ben", 61, 0), MadeUpRun.graded("anna", 60, 0));

    assertThat(page())
        .contains("<strong class=\"number\">2</strong> <span>fire-and-forget</span>")
        .contains("<bdi>Ben Möller</bdi></a>\n<code>EventProducer.java:12</code>")
        .contains("<strong class=\"number\">1</strong> <span>screenshot of the topic</span>");
  }

  @Test
  void aCanaryThatWasMisjudgedIsLoud() throws Exception {
    Canary right = new Canary("good/reference", true, "");
    MadeUpRun.write(run, List.of(right), MadeUpRun.graded("anna", 100, 5));
    assertThat(page())
        .contains("1 known submission was graded among these, and judged correctly.")
        .doesNotContain("Do not release");

    Canary wrong = new Canary("bad/no-key", false, "producer.acks should be FAILED.");
    MadeUpRun.write(run, List.of(right, wrong), MadeUpRun.graded("anna", 100, 5));
    assertThat(page())
        .contains("Do not release these points.", "misjudged 1 of 2 known submissions")
        .contains("<code>bad/no-key</code>: producer.acks should be FAILED.");
  }

  @Test
  void pointsByHandAndLatenessAreShownAsSuch() throws Exception {
    MadeUpRun.write(
        run,
        MadeUpRun.graded("anna", 80, 5),
        MadeUpRun.graded("ben", 80, 0),
        MadeUpRun.late(MadeUpRun.graded("cem", 80, 5), "2026-11-22T10:00:00+01:00"),
        MadeUpRun.missing("dora"));
    policy();
    byHand(
        "anna,producer.acks,85.5,looked at it,mk,2026-11-21",
        "ben,*,90,,,",
        "dora,*,50,ill,,",
        "zoe,*,1,a typo,,");

    assertThat(page())
        .contains("85.5 <span class=\"why\">(by hand, graded 80)</span>")
        .contains("<strong>90.5</strong> <span class=\"why\">(by hand, graded 85)</span>")
        .contains("failed, 80 of 100; by hand 85.5 (looked at it, mk, 2026-11-21)\">85.5</td>")
        .contains("<strong>90</strong> <span class=\"why\">(by hand, graded 80)</span>")
        .contains("<strong>68</strong> <span class=\"why\">(late −17)</span>")
        .contains(
            "<td class=\"number\" data-v=\"2041\">1 d 10 h 1 min</td><td class=\"number\">17</td>")
        .contains("<strong>50</strong> <span class=\"why\">(by hand)</span>")
        .contains("<code>zoe</code>, final: 1 (a typo)");
  }

  @Test
  void pairsThatAreAlikeAreShownWithTheirLines() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 80, 5), MadeUpRun.refused("ben", "no Java"));
    assertThat(page()).contains("Not compared yet: <code>lab class similar</code>");

    Part part = new Part("EventLoop.java:12-40", "Loop.java:8-36");
    similar(
        List.of(
            new Pair("anna", "ben", 0.987, List.of(part)),
            new Pair("anna", SimilarPairs.REFERENCE, 0.5, List.of())));

    assertThat(page())
        .contains("JPlag 6.0.0 compared 3 submissions", "less than 42 % alike")
        .contains("(<time datetime=\"2026-12-01T10:00:00Z\">2026-12-01 10:00 UTC</time>)")
        .contains(">98 %</strong> <bdi>Anna Möller</bdi> and <bdi>Ben Möller</bdi>")
        .contains("<bdi>the reference solution</bdi>")
        .contains("<code>EventLoop.java:12-40</code> is like <code>Loop.java:8-36</code>")
        .contains("<h3>Not compared: 1</h3>", "<bdi>Ben Möller</bdi>: its Java cannot be parsed")
        .contains("href=\"feedback/anna.html\"")
        .doesNotContain("href=\"feedback/ben.html\"");
  }

  @Test
  void aClassWithoutPairsSaysSo() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 80, 5));
    similar(List.of());

    assertThat(page()).contains("No two submissions are so much alike");
  }

  private void similar(List<Pair> pairs) {
    SimilarPairs all =
        new SimilarPairs(
            SimilarPairs.SCHEMA,
            "JPlag 6.0.0",
            "2026-12-01T10:00:00Z",
            3,
            List.of(new LeftOut("ben", "its Java cannot be parsed")),
            0.413,
            pairs);
    WholeFile.write(run.resolve(ClassBook.SIMILAR), JsonText.of(all));
  }

  @Test
  void whatComesFromStudentsOrTheRosterIsText() throws Exception {
    MadeUpRun.write(
        run,
        List.of(new Canary(HOSTILE, false, HOSTILE)),
        hostile("a b#+&%", State.GRADED),
        hostile("r", State.REFUSED),
        hostile("f", State.FAILED));
    byHand(
        "a b#+&%,*,1,<script>alert(2)</script>,<b>,<b>",
        "nobody,*,1,<script>alert(3)</script>,<b>,<b>", "<script>,*,1,,,");
    similar(List.of(new Pair(HOSTILE, HOSTILE, 1, List.of(new Part(HOSTILE, HOSTILE)))));

    assertThat(page())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\uFFFDlab")
        .contains("href=\"feedback/a%20b%23%2B%26%25.html\"")
        .doesNotContain("\u202E", "<b>", "<script>alert")
        .containsOnlyOnce("<script");
  }

  @Test
  void theOnlyScriptIsTheOneThatThePolicyAllows() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 100, 5));
    String page = page();
    Matcher script = Pattern.compile("<script>(.*)</script>", Pattern.DOTALL).matcher(page);

    assertThat(script.find()).isTrue();
    assertThat(page).contains(ContentPolicy.allowing(script.group(1)));
    assertThat(page).contains("default-src 'none'").doesNotContain("http:", "https:", "onclick");
  }

  @Test
  void aRunThatHasJustBegunHasAPageToo() throws Exception {
    Student who = new Student("anna", "Anna", "", "", List.of(), false, "", "Anna or Annika?");
    MadeUpRun.write(run, new Standing(who, State.PENDING, "", 0, 0, "", null));

    assertThat(page())
        .contains("<strong>1</strong> not graded yet", "not judged yet", "None yet.")
        .contains("<h3>Whose is it: 1</h3>", "<code>anna</code>: Anna or Annika?");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 400})
  void itIsSmallHoweverLargeTheClass(int students) throws Exception {
    ClassBook book = ManyStudents.write(run, students);

    String page = ClassPage.of(book, LabRubric.criteria());

    assertThat(page.getBytes(UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(page).contains(students + " of " + students + " students");
  }

  private String page() throws Exception {
    return ClassPage.of(ClassBook.read(run, Set.of("producer.acks", "bonus.headers")), CRITERIA);
  }

  private void policy() {
    WholeFile.write(
        run.resolve(ClassBook.POLICY),
        "{\"due\":\"2026-11-20T23:59+01:00\",\"late\":\"10%/day,cap=40%,grace=15m\"}");
  }

  private void byHand(String... lines) {
    WholeFile.write(
        run.resolve(ClassBook.BY_HAND),
        "id,criterion,points,reason,by,at\n" + String.join("\n", lines) + "\n");
  }

  private static Standing hostile(String id, State state) {
    Student who = new Student(id, HOSTILE, HOSTILE, "", List.of(), true, "", HOSTILE);
    OfCriterion found =
        new OfCriterion(
            "producer.acks", OutcomeKind.FAILED, 1, 100, false, HOSTILE, "", HOSTILE, HOSTILE);
    GradeReport report =
        new GradeReport(
            1,
            100,
            0,
            25,
            HOSTILE,
            7,
            1,
            List.of(found),
            List.of(new Deliverable(HOSTILE, false, HOSTILE)));
    return new Standing(who, state, "key", 1, 12, HOSTILE, state == State.GRADED ? report : null);
  }
}
