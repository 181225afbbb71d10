package dev.kafkalab.grader.selfcheck;

import static dev.kafkalab.grader.selfcheck.Trials.known;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.zoo.Kind;
import dev.kafkalab.grader.zoo.KnownSubmission;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void eachKindIsSpreadOverAllTheTime() {
    Plan plan = Plan.selfcheck(List.of(bad(1), bad(2), bad(3), bad(4), good(1), good(2)), false, 1);

    assertThat(plan.turns()).containsExactly(0, 4, 1, 2, 5, 3);
  }

  @Test
  void aSoakKeepsTheOrderThatWasDrawn() {
    List<KnownSubmission> all =
        Stream.concat(
                IntStream.range(0, 3).mapToObj(PlanTest::good),
                IntStream.range(0, 3).mapToObj(PlanTest::bad))
            .toList();

    assertThat(Soak.draw(all, 6, 1).turns()).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private static KnownSubmission good(int number) {
    return known(Kind.GOOD, "good-" + number, Map.of());
  }

  private static KnownSubmission bad(int number) {
    return known(Kind.BAD, "bad-" + number, Map.of());
  }
}
