package dev.kafkalab.grader.classrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

  @Test
  void everybodyIsInExactlyOneOfThemAndEachHasAFairPart() {
    List<Slice> slices = IntStream.rangeClosed(1, 4).mapToObj(i -> new Slice(i, 4)).toList();
    int[] sizes = new int[4];

    for (int id = 0; id < 1_000; id++) {
      String student = "student" + id;
      List<Slice> having = slices.stream().filter(each -> each.has(student)).toList();
      assertThat(having).hasSize(1);
      sizes[having.get(0).number() - 1]++;
    }

    assertThat(IntStream.of(sizes).boxed().toList())
        .allSatisfy(size -> assertThat(size).isBetween(180, 320));
  }

  @Test
  void theWholeIsEverybody() {
    assertThat(Slice.WHOLE.has("müller")).isTrue();
    assertThat(Slice.parse(" 1/1 ")).isEqualTo(Slice.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0/3", "4/3", "1/0", "a/b", "1/2/3", "-1/2"})
  void whatIsNoPartIsRefused(String text) {
    assertThatThrownBy(() -> Slice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 2/8");
  }
}
