package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void itIsAsWideAsTheLongestText() {
    assertThat(Column.of(Stream.of("a", "", "abc"))).isEqualTo(new Column(3));
    assertThat(Column.of(Stream.empty())).isEqualTo(new Column(0));
  }

  @Test
  void spacesFillIt() {
    assertThat(new Column(4).left("ab")).isEqualTo("ab  ");
    assertThat(new Column(4).right("ab")).isEqualTo("  ab");
  }

  @Test
  void aTextThatIsTooLongStaysWhole() {
    assertThat(new Column(2).left("abc")).isEqualTo("abc");
    assertThat(new Column(2).right("abc")).isEqualTo("abc");
  }
}
