package dev.kafkalab.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.doctor.Finding.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenTest {

  @ParameterizedTest
  @CsvSource({
    "Apache Maven 3.8.7, FINE",
    "Apache Maven 3.9.11 (3e54c93a704957b63ee3494413a2b544fd3d825b), FINE",
    "Apache Maven 4.0.0-rc-4, FINE",
    "Apache Maven 3.6.3, LIMITED",
    "mvn: command not found, LIMITED"
  })
  void itHasToBeNewEnough(String said, State state) {
    assertThat(Maven.of(said).state()).isEqualTo(state);
  }

  @Test
  void aProgramThatIsMissingIsNoFault() {
    assertThat(Maven.look(List.of("no-such-program", "-version")).found()).isEqualTo("not found");
  }
}
