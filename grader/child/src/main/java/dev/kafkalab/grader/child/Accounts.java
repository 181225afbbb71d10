package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the student's code count, and carries what it counted across the pipe. */
final class Accounts {

  private Accounts() {}

  /** Gives events to an account, each to the method of its type, and returns what it then says. */
  static ObjectNode after(UserActivity activity, JsonNode events) {
    for (JsonNode node : events) {
      UserEvent event = EventJson.read(node);
      switch (event.eventType()) {
        case UserEvent.LOGIN -> activity.onLogin(event);
        case UserEvent.PURCHASE -> activity.onPurchase(event);
        case UserEvent.LOGOUT -> activity.onLogout(event);
        default -> activity.onOther(event);
      }
    }
    ObjectNode account = Wire.JSON.createObjectNode();
    activity.onlineUsers().forEach(account.putArray("online")::add);
    put(account.putObject("logins"), activity.loginsByUser());
    put(account.putObject("revenue"), activity.revenueByUser());
    return account;
  }

  static ObjectNode metrics(ConsumerMetrics metrics) {
    ObjectNode counts = Wire.JSON.createObjectNode();
    put(counts.putObject("handled"), metrics.handledByType());
    return counts.put("malformed", metrics.malformed());
  }

  /** As text: a number keeps all its digits, and what is no number shows as what it is. */
  private static void put(ObjectNode node, Map<String, ? extends @Nullable Object> counts) {
    counts.forEach((name, count) -> node.put(name, String.valueOf(count)));
  }
}
