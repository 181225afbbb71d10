package dev.kafkalab.grader.classrun.export;

import static dev.kafkalab.grader.classrun.book.MadeUpRun.graded;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.missing;
import static dev.kafkalab.grader.classrun.book.MadeUpRun.of;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackPagesTest {

  @TempDir private Path run;

  private ClassBook book(Standing... standings) throws Exception {
    MadeUpRun.write(run, standings);
    return ClassBook.read(run, Set.of());
  }

  private static Map<String, String> files(FeedbackZip zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()), UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  /** As importziplib.php: at most five parts, and the second one is the participant's number. */
  private static int participant(String entry) {
    assertThat(entry).matches("[^/.~][^/]*/feedback\\.html");
    String[] parts = entry.replace('/', '_').split("_", 5);
    assertThat(parts).hasSizeGreaterThan(4);
    assertThat(parts[2] + "_" + parts[3]).isEqualTo("assignfeedback_file");
    return Integer.parseInt(parts[1]);
  }

  @Test
  void moodleFindsWhoseEachPageIs() throws Exception {
    FeedbackZip zip =
        FeedbackPages.forMoodle(
            book(
                of(graded("anna", 87, 0), "Anna", "Anna Möller_101"),
                of(graded("ben", 87, 0), "Ben", "Ben O'Neill_102_assignsubmission_file_"),
                of(missing("cem"), "Cem", "")));

    assertThat(files(zip).keySet())
        .extracting(FeedbackPagesTest::participant)
        .containsExactly(101, 102);
    assertThat(files(zip))
        .containsEntry(
            "Anna Möller_101_assignfeedback_file_/feedback.html",
            "<!doctype html><title>made up</title>");
    assertThat(zip.leftOut()).isEmpty();
    assertThat(zip.bytes()).isEqualTo(zip.bytes());
  }

  @Test
  void whatMoodleCouldNotReadIsLeftOutAndSaid() throws Exception {
    FeedbackZip zip =
        FeedbackPages.forMoodle(
            book(
                of(graded("a", 87, 0), "A_B", "A_B_101"),
                of(graded("b", 87, 0), "~B", "~B_102"),
                of(graded("c", 87, 0), "C", "team-c")));

    assertThat(zip.size()).isZero();
    assertThat(zip.leftOut())
        .containsExactly(
            "A_B (a): Moodle cannot read a folder whose name has '_' in it",
            "~B (b): Moodle ignores names that begin with '.' or '~'",
            "C (c): the download has no participant number");
  }

  /** As infer_comment_context_from_filename: the first two parts that are numbers. */
  private static List<String> userAndAttachment(String name) {
    return Arrays.stream(name.split("_")).filter(part -> part.matches("\\d+")).limit(2).toList();
  }

  @Test
  void canvasFindsWhoseEachPageIs() throws Exception {
    FeedbackZip zip =
        FeedbackPages.forCanvas(
            book(
                of(graded("anna", 87, 0), "Anna", "mölleranna_1001"),
                of(graded("ben", 87, 0), "Ben", "oneillben_1002_9002_lab"),
                of(graded("cem", 87, 0), "Cem", "özcem_1003")),
            List.of("mölleranna_LATE_1001_9001_Lab_3.zip", "özcem_1003_text.html"));

    assertThat(files(zip).keySet())
        .containsExactly("mölleranna_1001_9001_feedback.html", "oneillben_1002_9002_feedback.html")
        .extracting(FeedbackPagesTest::userAndAttachment)
        .containsExactly(List.of("1001", "9001"), List.of("1002", "9002"));
    assertThat(zip.leftOut())
        .containsExactly("Cem (cem): the download has no numbers of user and attachment");
  }
}
