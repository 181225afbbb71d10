package dev.kafkalab.grader.classrun.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatePolicyTest {

  private static final LatePolicy POLICY = LatePolicy.parse("10%/day, cap=40%, grace=15m");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "15, 0",
    "16, 10",
    "1440, 10",
    "1441, 20",
    "2880, 20",
    "5761, 40",
    "100000, 40",
  })
  void eachDayThatBeganCostsItsPartUpToTheCap(long minutes, int percent) {
    assertThat(POLICY.percentOf(Duration.ofMinutes(minutes))).isEqualByComparingTo("" + percent);
  }

  @Test
  void thePenaltyIsAPartOfWhatWasEarned() {
    assertThat(POLICY.penalty(new BigDecimal("87"), Duration.ofDays(1)))
        .isEqualByComparingTo("8.7");
    assertThat(LatePolicy.parse("2.5%/day").penalty(new BigDecimal("33"), Duration.ofHours(25)))
        .isEqualByComparingTo("1.65");
  }

  @Test
  void withoutAPolicyNothingIsLost() {
    assertThat(LatePolicy.NONE.penalty(BigDecimal.TEN, Duration.ofDays(9))).isZero();
  }

  @Test
  void whatItIsWrittenAsIsReadAgain() {
    assertThat(LatePolicy.parse(POLICY.toString())).isEqualTo(POLICY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10%",
        "10/day",
        "110%/day",
        "10%/day,cap",
        "10%/day,grace=15",
        "ten%/day",
        "10%/day,10%/day",
        "-1%/day",
        "cap=40%"
      })
  void whatIsNoPolicyIsRefused(String text) {
    assertThatThrownBy(() -> LatePolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 10%/day");
  }
}
