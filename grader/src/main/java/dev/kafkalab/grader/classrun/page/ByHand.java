package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.Mark;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.export.CsvForm;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what somebody decided by hand. */
final class ByHand {

  private ByHand() {}

  /** Returns what counts for a criterion, or for all: a later line replaces an earlier one. */
  static Optional<PointsByHand> of(Mark mark, String criterion) {
    return mark.byHand().stream()
        .filter(each -> each.criterion().equals(criterion))
        .reduce((earlier, later) -> later);
  }

  /** Returns the points, and what is known of why, by whom and when. */
  static String words(PointsByHand each) {
    String details =
        Stream.of(each.reason(), each.by(), each.at())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return CsvForm.USUAL.number(each.points()) + (details.isEmpty() ? "" : " (" + details + ")");
  }

  /** Returns what it replaces, for people. */
  static String what(PointsByHand each) {
    return each.isOfAll() ? "final" : each.criterion();
  }
}
