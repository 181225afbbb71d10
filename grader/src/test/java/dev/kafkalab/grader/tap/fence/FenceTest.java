package dev.kafkalab.grader.tap.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.junit.jupiter.api.Test;

class FenceTest {

  private static final short LATEST = ApiKeys.METADATA.latestVersion();

  private final Fence fence = new Fence(name -> name.startsWith("own"));

  private static MetadataRequest metadata(String... names) {
    return new MetadataRequest.Builder(List.of(names), false).build(LATEST);
  }

  @Test
  void aNameThatIsNotTheirsIsRefused() {
    assertThat(fence.refusal(metadata("own-events"), id -> null)).isNull();
    assertThat(fence.refusal(metadata("own-events", "other"), id -> null))
        .isEqualTo(Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThat(new Fence(name -> true).refusal(metadata("__consumer_offsets"), id -> null))
        .isEqualTo(Errors.TOPIC_AUTHORIZATION_FAILED);
  }

  @Test
  void anIdThatACoordinatorToldCanBeAskedForItsName() {
    MetadataRequest byId =
        MetadataRequest.Builder.forTopicIds(Set.of(Uuid.randomUuid())).build(LATEST);

    assertThat(fence.refusal(byId, id -> null)).isNull();
  }

  @Test
  void nothingElseIsDoneByAnIdThatNobodyKnows() {
    FetchRequest fetch =
        new FetchRequest(
            new FetchRequestData()
                .setTopics(
                    List.of(new FetchRequestData.FetchTopic().setTopicId(Uuid.randomUuid()))),
            ApiKeys.FETCH.latestVersion());

    assertThat(fence.refusal(fetch, id -> null)).isEqualTo(Errors.UNKNOWN_TOPIC_ID);
    assertThat(fence.refusal(fetch, id -> "other")).isEqualTo(Errors.UNKNOWN_TOPIC_ID);
    assertThat(fence.refusal(fetch, id -> "own-events")).isNull();
  }

  @Test
  void anAnswerNamesOnlyWhatIsTheirs() {
    MetadataResponseData data = new MetadataResponseData();
    data.topics().add(topic("own-events"));
    data.topics().add(topic("other"));
    MetadataResponse response = new MetadataResponse(data, LATEST);

    assertThat(fence.hide(response)).isTrue();
    assertThat(response.data().topics())
        .extracting(MetadataResponseData.MetadataResponseTopic::name)
        .containsExactly("own-events");
    assertThat(fence.hide(response)).isFalse();
  }

  private static MetadataResponseData.MetadataResponseTopic topic(String name) {
    return new MetadataResponseData.MetadataResponseTopic()
        .setName(name)
        .setTopicId(Uuid.randomUuid());
  }
}
