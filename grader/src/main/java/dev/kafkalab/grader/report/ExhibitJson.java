package dev.kafkalab.grader.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.kafkalab.grader.feedback.Exhibit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exhibit in JSON, with everything needed to draw it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "messages", value = ExhibitJson.Messages.class),
  @JsonSubTypes.Type(name = "story", value = ExhibitJson.Story.class),
  @JsonSubTypes.Type(name = "owners", value = ExhibitJson.Owners.class)
})
sealed interface ExhibitJson {

  record Messages(int partitions, List<Message> messages) implements ExhibitJson {}

  record Message(int partition, long offset, @Nullable String key, String timestamp) {

    static Message of(Exhibit.Message message) {
      return new Message(
          message.partition(), message.offset(), message.key(), message.timestamp().toString());
    }
  }

  record Story(int partition, List<StepJson> timeline) implements ExhibitJson {}

  record Owners(List<Exhibit.Phase> phases) implements ExhibitJson {}

  static ExhibitJson of(Exhibit exhibit) {
    if (exhibit instanceof Exhibit.Messages messages) {
      return new Messages(
          messages.partitions(), messages.messages().stream().map(Message::of).toList());
    }
    if (exhibit instanceof Exhibit.Story story) {
      return new Story(story.partition(), StepJson.of(story.timeline()));
    }
    return new Owners(((Exhibit.Owners) exhibit).phases());
  }
}
