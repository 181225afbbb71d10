package dev.kafkalab.grader.submission.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question of ANSWERS.md with what was written below its heading.
 *
 * @param question which one
 * @param answer what was written
 */
record Section(Question question, Answer answer) {

  private static final Pattern HEADING =
      Pattern.compile("^\\s{0,3}#{1,6}\\s*[*_]*(\\d+\\.\\d+)(?!\\d).*$");
  private static final Pattern ANY_HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s.*$");
  private static final Pattern LABEL =
      Pattern.compile("^[\\s>*_`+-]*([\\p{L} ]{1,50}?)[\\s*_`]*[:：][\\s*_]*(.*)$");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)[\\s.…?_*`\"'()\\[\\]<>-]*|\\W*(todo|tbd|n/?a|your answer( here)?)\\W*");
  private static final List<String> FREE_TEXT = List.of("why", "answer");

  /** Returns every question whose heading is in the text, in its order. */
  static List<Section> allOf(String text) {
    List<Section> sections = new ArrayList<>();
    @Nullable Question question = null;
    List<String> below = new ArrayList<>();
    boolean inCode = false;
    for (String line : text.lines().toList()) {
      inCode ^= line.strip().startsWith("```");
      if (!inCode && ANY_HEADING.matcher(line + " ").matches()) {
        finish(sections, question, below);
        question = questionOf(line).orElse(null);
        below = new ArrayList<>();
      } else {
        below.add(line);
      }
    }
    finish(sections, question, below);
    return sections;
  }

  private static void finish(
      List<Section> sections, @Nullable Question question, List<String> below) {
    if (question != null) {
      sections.add(new Section(question, answer(question, below)));
    }
  }

  private static Optional<Question> questionOf(String heading) {
    Matcher matcher = HEADING.matcher(heading);
    return matcher.matches()
        ? Stream.of(Question.values())
            .filter(question -> question.number().equals(matcher.group(1)))
            .findFirst()
        : Optional.empty();
  }

  /** What stands before the first label is the question itself. */
  private static Answer answer(Question question, List<String> lines) {
    StringBuilder measured = new StringBuilder();
    StringBuilder text = new StringBuilder();
    StringBuilder current = null;
    for (String line : lines) {
      Matcher matcher = LABEL.matcher(line);
      String label = matcher.matches() ? normalized(matcher.group(1)) : "";
      if (question.isMeasured() && label.equals(normalized(question.label()))) {
        current = measured;
        current.append(matcher.group(2)).append('\n');
      } else if (FREE_TEXT.contains(label)) {
        current = text;
        current.append(matcher.group(2)).append('\n');
      } else if (current != null) {
        current.append(line).append('\n');
      }
    }
    String value = written(measured);
    String free = written(text);
    return value.isEmpty() && question.isMeasured()
        ? new Answer(free.lines().findFirst().orElse(""), free)
        : new Answer(value, free);
  }

  private static String normalized(String label) {
    return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String written(StringBuilder text) {
    String stripped = text.toString().strip();
    return PLACEHOLDER.matcher(stripped).matches() ? "" : stripped;
  }
}
