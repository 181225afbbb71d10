package dev.kafkalab.grader.classrun.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many points a late submission loses: a part of what it earned for each day that began.
 *
 * @param percent of what was earned, for each day
 * @param cap the most percent that are lost
 * @param grace how much later than due is not late
 */
public record LatePolicy(BigDecimal percent, BigDecimal cap, Duration grace) {

  /** Nothing is lost. */
  public static final LatePolicy NONE =
      new LatePolicy(BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)%");
  private static final Pattern GRACE = Pattern.compile("(\\d{1,4})([mhd])");
  private static final String DAILY = "/day";

  /**
   * Parses texts such as {@code 10%/day,cap=40%,grace=15m}.
   *
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  public static LatePolicy parse(String text) {
    BigDecimal percent = null;
    BigDecimal cap = HUNDRED;
    Duration grace = Duration.ZERO;
    for (String part : text.strip().split(",", -1)) {
      String each = part.strip().toLowerCase(Locale.ROOT);
      if (each.endsWith(DAILY) && percent == null) {
        percent = percentOf(each.substring(0, each.length() - DAILY.length()), text);
      } else if (each.startsWith("cap=")) {
        cap = percentOf(each.substring("cap=".length()), text);
      } else if (each.startsWith("grace=")) {
        grace = durationOf(each.substring("grace=".length()), text);
      } else {
        throw unreadable(text);
      }
    }
    if (percent == null) {
      throw unreadable(text);
    }
    return new LatePolicy(percent, cap, grace);
  }

  private static BigDecimal percentOf(String text, String whole) {
    Matcher matcher = PERCENT.matcher(text.strip());
    if (!matcher.matches() || new BigDecimal(matcher.group(1)).compareTo(HUNDRED) > 0) {
      throw unreadable(whole);
    }
    return new BigDecimal(matcher.group(1));
  }

  private static Duration durationOf(String text, String whole) {
    Matcher matcher = GRACE.matcher(text.strip());
    if (!matcher.matches()) {
      throw unreadable(whole);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'%s' is no policy for late submissions: write it like 10%%/day,cap=40%%,grace=15m."
            .formatted(text));
  }

  /** Returns how many percent a submission loses that came this long after it was due. */
  public BigDecimal percentOf(Duration late) {
    if (late.compareTo(grace) <= 0) {
      return BigDecimal.ZERO;
    }
    long days = (late.toSeconds() + Duration.ofDays(1).toSeconds() - 1) / 86_400;
    return percent.multiply(BigDecimal.valueOf(days)).min(cap);
  }

  /** Returns the points that are lost of those that were earned, to two decimals. */
  public BigDecimal penalty(BigDecimal earned, Duration late) {
    return earned.multiply(percentOf(late)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  @Override
  public String toString() {
    return percent.toPlainString()
        + "%/day,cap="
        + cap.toPlainString()
        + "%,grace="
        + grace.toMinutes()
        + "m";
  }
}
