package dev.kafkalab.grader.classrun.book;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What counts for a student: the grader's points, what was given by hand, and what lateness costs.
 *
 * @param points of each criterion that was judged, by its id; those by hand instead of the grader's
 * @param score without the bonus
 * @param lateBy how long after it was due; zero if in time, null if nobody knows
 * @param penalty the points that lateness costs
 * @param byHand what was given by hand
 * @param total what counts; null where there is nothing that could
 */
public record Mark(
    Map<String, BigDecimal> points,
    BigDecimal score,
    BigDecimal bonus,
    @Nullable Duration lateBy,
    BigDecimal penalty,
    List<PointsByHand> byHand,
    @Nullable BigDecimal total) {

  /** Copies what can change. */
  public Mark {
    points = Map.copyOf(points);
    byHand = List.copyOf(byHand);
  }

  /**
   * Finds what counts.
   *
   * @param byHand of this student only
   */
  static Mark of(Standing standing, List<PointsByHand> byHand, Policy policy) {
    GradeReport report = standing.report();
    Map<String, BigDecimal> points =
        report == null
            ? Map.of()
            : report.criteria().stream()
                .collect(
                    Collectors.toMap(GradeReport.OfCriterion::id, each -> pointsOf(each, byHand)));
    BigDecimal score = sum(report, points, each -> !each.bonus());
    BigDecimal bonus = sum(report, points, GradeReport.OfCriterion::bonus);
    Duration lateBy = lateBy(standing.who(), policy);
    Optional<PointsByHand> whole = last(byHand, PointsByHand.ALL);
    BigDecimal penalty =
        whole.isPresent() || lateBy == null
            ? BigDecimal.ZERO
            : policy.parsed().penalty(score.add(bonus), lateBy);
    BigDecimal total =
        whole
            .map(PointsByHand::points)
            .orElse(report == null ? null : score.add(bonus).subtract(penalty));
    return new Mark(points, score, bonus, lateBy, penalty, byHand, total);
  }

  private static BigDecimal pointsOf(GradeReport.OfCriterion found, List<PointsByHand> byHand) {
    return last(byHand, found.id())
        .map(PointsByHand::points)
        .orElse(BigDecimal.valueOf(found.points()));
  }

  /** A later line replaces an earlier one. */
  private static Optional<PointsByHand> last(List<PointsByHand> byHand, String criterion) {
    return byHand.stream()
        .filter(each -> each.criterion().equals(criterion))
        .reduce((earlier, later) -> later);
  }

  private static BigDecimal sum(
      @Nullable GradeReport report,
      Map<String, BigDecimal> points,
      Predicate<GradeReport.OfCriterion> which) {
    return report == null
        ? BigDecimal.ZERO
        : report.criteria().stream()
            .filter(which)
            .map(each -> points.getOrDefault(each.id(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** In a group the latest deadline counts. */
  private static @Nullable Duration lateBy(Student who, Policy policy) {
    Instant due =
        who.people().stream()
            .map(Student.Who::due)
            .map(Moment::of)
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .or(() -> Moment.of(policy.due()))
            .orElse(null);
    Instant handedIn = Moment.of(who.handedIn()).orElse(null);
    if (due == null || handedIn == null) {
      return who.late() ? null : Duration.ZERO;
    }
    return handedIn.isAfter(due) ? Duration.between(due, handedIn) : Duration.ZERO;
  }

  /** Returns whether it came late, by however much. */
  public boolean isLate() {
    return lateBy == null || !lateBy.isZero();
  }
}
