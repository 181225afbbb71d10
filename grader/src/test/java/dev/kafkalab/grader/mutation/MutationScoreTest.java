package dev.kafkalab.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutationScoreTest {

  @Test
  void onlyWhatCanBeNoticedCounts() {
    MutationScore score =
        new MutationScore(
            List.of(
                judged(Fate.KILLED, "consumer.crash"),
                judged(Fate.KILLED, "consumer.crash"),
                judged(Fate.KILLED, "topic.created"),
                judged(Fate.SURVIVED, ""),
                judged(Fate.EQUIVALENT, "it only prints"),
                judged(Fate.NOT_VIABLE, "no such method"),
                judged(Fate.NOT_JUDGED, "")));

    assertThat(score.percent()).isEqualTo(75.0);
    assertThat(score.sentence())
        .isEqualTo(
            "3 of 4 mutants were noticed: 75.0 %. Besides, 1 are equivalent to the reference, "
                + "1 do not compile, and 1 were not judged.");
    assertThat(score.markdown())
        .contains("| `consumer.crash` | 2 |")
        .contains("- `A.java` line 2, swallow: swallows it (`} catch (A e) {`)");
  }

  @Test
  void withoutMutantsNothingIsMissed() {
    assertThat(new MutationScore(List.of()).percent()).isEqualTo(100.0);
  }

  private static Judged judged(Fate fate, String by) {
    return new Judged(
        "A.java:2 swallow 1",
        "A.java",
        2,
        "} catch (A e) {",
        "swallow",
        "swallows it",
        fate,
        by,
        1);
  }
}
