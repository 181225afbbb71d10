package dev.kafkalab.grader.studentvm.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final List<Place> PLACES =
      LongStream.range(0, 100).mapToObj(Place::drawnFrom).toList();

  @Test
  void theSameSeedGivesTheSamePlaceAndOthersGiveOthers() {
    assertThat(Place.drawnFrom(7)).isEqualTo(Place.drawnFrom(7));
    assertThat(PLACES.stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  void eachShowsCodeThatWorksOnlyWhereItWasWritten() {
    assertThat(PLACES)
        .allSatisfy(
            place -> {
              ZoneOffset offset =
                  ZoneId.of(place.zone())
                      .getRules()
                      .getOffset(Instant.ofEpochSecond(1_700_000_000));
              assertThat(Duration.ofSeconds(offset.getTotalSeconds()).abs()).isPositive();
              Locale locale = new Locale(place.language(), place.country());
              assertThat("login".toUpperCase(locale)).isNotEqualTo("LOGIN");
              assertThat(String.format(locale, "%.1f", 1.5)).isEqualTo("1,5");
              Charset charset = Charset.forName(place.charset());
              assertThat(charset.newEncoder().canEncode("用户")).isFalse();
            });
  }
}
