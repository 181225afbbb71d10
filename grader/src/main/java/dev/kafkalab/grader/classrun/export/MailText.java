package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.feedback.DeadText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a message to a student, or a group: what counts, and what to do, criterion by criterion.
 */
public final class MailText {

  private static final String INDENT = "   ";

  private MailText() {}

  /**
   * Returns the message as plain text, after a line with the addresses that are known; empty where
   * there is nothing to tell yet, or nobody knows for certain whom.
   */
  public static Optional<String> of(ClassBook.Row row) {
    State state = row.standing().state();
    boolean isOpen = state == State.FAILED || state == State.PENDING;
    if (!row.who().question().isEmpty() || (isOpen && row.mark().total() == null)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    String addresses =
        row.who().people().stream()
            .map(Student.Who::email)
            .filter(each -> !each.isEmpty())
            .map(MailText::line)
            .collect(Collectors.joining(", "));
    if (!addresses.isEmpty()) {
      lines.add("To: " + addresses);
    }
    lines.add("Subject: Your Kafka lab");
    lines.add("");
    lines.add(line(row.who().name()));
    lines.add("");
    lines.addAll(MarkText.sentences(row));
    lines.addAll(outcome(row));
    return Optional.of(DeadText.of(String.join("\n", lines)) + "\n");
  }

  private static List<String> outcome(ClassBook.Row row) {
    GradeReport report = row.report();
    if (report != null) {
      return toDo(ToDo.of(report));
    }
    return switch (row.standing().state()) {
      case MISSING -> List.of("Nothing was handed in.");
      case REFUSED ->
          List.of("Your submission cannot be graded:", INDENT + row.standing().problem());
      case FAILED, PENDING, GRADED -> List.of();
    };
  }

  private static List<String> toDo(List<OfCriterion> all) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      OfCriterion each = all.get(i);
      lines.add("");
      if (i == 0) {
        lines.add("What to do first:");
      }
      lines.add(INDENT + line(ToDo.where(each)));
      ToDo.what(each).lines().map(line -> INDENT + INDENT + line).forEach(lines::add);
    }
    return lines;
  }

  /** A line break would begin another header. */
  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }
}
