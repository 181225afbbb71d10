package dev.kafkalab.grader.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.cli.Main;
import java.lang.reflect.Method;
import java.security.CodeSource;
import org.junit.jupiter.api.Test;
import org.junit.rules.TestRule;
import org.testcontainers.containers.FailureDetectingExternalResource;
import org.testcontainers.kafka.KafkaContainer;

class ClassPathTest {

  @Test
  void junit4IsNotOnTheClassPath() {
    assertThatThrownBy(() -> Class.forName("org.junit.Test"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(sourceOf(TestRule.class).getLocation())
        .isEqualTo(sourceOf(Main.class).getLocation());
  }

  @Test
  void testcontainersIsContentWithTheStandIns() {
    assertThat(TestRule.class).isAssignableFrom(KafkaContainer.class);
    assertThat(FailureDetectingExternalResource.class.getDeclaredMethods())
        .extracting(Method::getName)
        .contains("apply");
  }

  private static CodeSource sourceOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource();
  }
}
