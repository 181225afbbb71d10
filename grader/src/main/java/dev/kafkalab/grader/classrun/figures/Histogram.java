package dev.kafkalab.grader.classrun.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Says how many students have how many points, in steps of equal width. */
public record Histogram(List<Step> steps) {

  private static final int MOST_STEPS = 14;
  private static final List<Integer> WIDTHS = List.of(1, 2, 5, 10, 20, 50, 100);

  /** Copies the steps, so that a histogram never changes. */
  public Histogram {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param from the fewest points
   * @param below more than the most points, except in the last step, which has no end
   */
  public record Step(int from, int below, boolean isLast, int students) {

    /** Returns which points it is about, such as {@code 80 to under 90}. */
    public String words() {
      return isLast ? from + " or more" : from + " to under " + below;
    }
  }

  /**
   * Counts points.
   *
   * @param most what can be earned
   */
  public static Histogram of(List<BigDecimal> points, int most) {
    int width =
        WIDTHS.stream()
            .filter(each -> most / each < MOST_STEPS)
            .findFirst()
            .orElse(Math.max(1, most));
    int[] counts = new int[most / width + 1];
    for (BigDecimal each : points) {
      BigDecimal step = each.max(BigDecimal.ZERO).divideToIntegralValue(BigDecimal.valueOf(width));
      counts[step.min(BigDecimal.valueOf(counts.length - 1L)).intValue()]++;
    }
    return new Histogram(
        IntStream.range(0, counts.length)
            .mapToObj(i -> new Step(i * width, (i + 1) * width, i == counts.length - 1, counts[i]))
            .toList());
  }

  /** Returns the most students that a step has. */
  public int highest() {
    return steps.stream().mapToInt(Step::students).max().orElse(0);
  }
}
