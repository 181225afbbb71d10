package dev.kafkalab.grader.classrun.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Says how far numbers lie apart, to one decimal. A quartile between two numbers lies on the line
 * through them, as spreadsheets have it.
 *
 * @param lower what a quarter of the numbers does not exceed
 * @param upper what three quarters of them do not exceed
 */
public record Spread(
    int count,
    BigDecimal lowest,
    BigDecimal lower,
    BigDecimal median,
    BigDecimal upper,
    BigDecimal highest,
    BigDecimal average) {

  private static final int QUARTERS = 4;

  /** Returns the spread; empty where there are no numbers. */
  public static Optional<Spread> of(List<BigDecimal> numbers) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = numbers.stream().sorted().toList();
    return Optional.of(
        new Spread(
            sorted.size(),
            quartile(sorted, 0),
            quartile(sorted, 1),
            quartile(sorted, 2),
            quartile(sorted, 3),
            quartile(sorted, QUARTERS),
            average(sorted)));
  }

  private static BigDecimal quartile(List<BigDecimal> sorted, int number) {
    int quarters = number * (sorted.size() - 1);
    BigDecimal below = sorted.get(quarters / QUARTERS);
    BigDecimal above = sorted.get((quarters + QUARTERS - 1) / QUARTERS);
    return above
        .subtract(below)
        .multiply(BigDecimal.valueOf(quarters % QUARTERS))
        .divide(BigDecimal.valueOf(QUARTERS))
        .add(below)
        .setScale(1, RoundingMode.HALF_UP);
  }

  /** Returns the mean, to one decimal; zero where there are no numbers. */
  static BigDecimal average(List<BigDecimal> numbers) {
    return numbers.isEmpty()
        ? BigDecimal.ZERO
        : numbers.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(numbers.size()), 1, RoundingMode.HALF_UP);
  }
}
