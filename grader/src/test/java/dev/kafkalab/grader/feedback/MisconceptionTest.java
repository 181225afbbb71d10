package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MisconceptionTest {

  @Test
  void theIdIsTheNameInKebabCase() {
    assertThat(Misconception.COMMIT_BEFORE_PROCESSING.id()).isEqualTo("commit-before-processing");
  }

  @Test
  void titlesAndHintsAreToldOnce() {
    assertThat(Arrays.stream(Misconception.values()).map(Misconception::title))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(Misconception.values()).map(Misconception::hint))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void theTitleIsShortAndNoSentence(Misconception misconception) {
    assertThat(misconception.title()).isNotBlank().hasSizeLessThan(75).doesNotEndWith(".");
  }

  @ParameterizedTest
  @EnumSource
  void whyItHurtsIsToldInTwoSentences(Misconception misconception) {
    assertThat(misconception.why()).matches("[A-Z][^.]+\\. [A-Z][^.]+\\.");
  }

  @ParameterizedTest
  @EnumSource
  void theHintIsASentenceWithoutCode(Misconception misconception) {
    assertThat(misconception.hint())
        .matches("[A-Z].+\\.")
        .doesNotContainPattern("[`;={}]")
        .doesNotContainPattern("\\w\\(")
        .doesNotContainPattern("\\w\\.\\w")
        .doesNotContainPattern("[a-z][A-Z]");
  }

  @ParameterizedTest
  @EnumSource
  void theChapterIsNamedAndLinked(Chapter chapter) {
    assertThat(chapter.title()).matches("[A-Za-z ]+: \\S.+");
    assertThat(chapter.url()).matches("https://kafka\\.apache\\.org/44/[^# ]+#[^# ]+");
  }

  @Test
  void chaptersAreThoseOfTheKafkaInUse() {
    String[] version = AppInfoParser.getVersion().split("\\.");

    assertThat(Chapter.POLL.url())
        .startsWith("https://kafka.apache.org/" + version[0] + version[1] + "/");
  }

  @Test
  void chaptersAreWhereKafkaPublishesThem() {
    assertThat(Chapter.AUTO_COMMIT.title()).isEqualTo("Consumer Configs: enable.auto.commit");
    assertThat(Chapter.AUTO_COMMIT.url())
        .isEqualTo(
            "https://kafka.apache.org/44/configuration/consumer-configs/"
                + "#consumerconfigs_enable.auto.commit");
    assertThat(Chapter.DELIVERY_SEMANTICS.title()).isEqualTo("Design: Message Delivery Semantics");
    assertThat(Chapter.DELIVERY_SEMANTICS.url())
        .isEqualTo("https://kafka.apache.org/44/design/design/#message-delivery-semantics");
    assertThat(Chapter.MANUAL_OFFSET_CONTROL.title())
        .isEqualTo("javadoc KafkaConsumer: Manual Offset Control");
    assertThat(Chapter.MANUAL_OFFSET_CONTROL.url())
        .endsWith("clients/consumer/KafkaConsumer.html#manual-offset-control-heading");
  }

  @Test
  void everyChapterIsReadForSomeMisconception() {
    assertThat(Arrays.stream(Misconception.values()).map(Misconception::chapter))
        .contains(Chapter.values());
  }
}
