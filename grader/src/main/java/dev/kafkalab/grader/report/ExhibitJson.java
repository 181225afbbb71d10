package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import dev.kafkalab.grader.feedback.Exhibit.Owners;
import dev.kafkalab.grader.feedback.Exhibit.Story;

/** Writes exhibits as JSON, with everything needed to draw them. */
final class ExhibitJson {

  private ExhibitJson() {}

  static void put(ObjectNode node, Exhibit exhibit) {
    if (exhibit instanceof Messages messages) {
      putMessages(node.put("kind", "messages"), messages);
    } else if (exhibit instanceof Story story) {
      node.put("kind", "story").put("partition", story.partition());
      ArrayNode steps = node.putArray("timeline");
      story.timeline().steps().forEach(step -> JsonReport.putStep(steps.addObject(), step));
    } else if (exhibit instanceof Owners owners) {
      putOwners(node.put("kind", "owners"), owners);
    }
  }

  private static void putMessages(ObjectNode node, Messages messages) {
    node.put("partitions", messages.partitions());
    ArrayNode array = node.putArray("messages");
    messages
        .messages()
        .forEach(
            message ->
                array
                    .addObject()
                    .put("partition", message.partition())
                    .put("offset", message.offset())
                    .put("key", message.key())
                    .put("timestamp", message.timestamp().toString()));
  }

  private static void putOwners(ObjectNode node, Owners owners) {
    ArrayNode array = node.putArray("phases");
    owners
        .phases()
        .forEach(
            phase -> {
              ObjectNode each = array.addObject().put("event", phase.event());
              phase.owners().forEach(each.putArray("owners")::add);
            });
  }
}
