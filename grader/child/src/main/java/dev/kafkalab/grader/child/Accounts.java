package dev.kafkalab.grader.child;

import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.ToChild.FeedActivity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the student's code count, and carries what it counted across the pipe. */
final class Accounts {

  private Accounts() {}

  /** Gives events to an account, each to the method of its type, and returns what it then says. */
  static Reply feed(UserActivity activity, FeedActivity request) {
    request.events().forEach(each -> give(activity, each.event()));
    return new Reply.ActivityFed(
        request.id(),
        activity.onlineUsers().stream().map(String::valueOf).toList(),
        text(activity.loginsByUser()),
        text(activity.revenueByUser()));
  }

  private static void give(UserActivity activity, UserEvent event) {
    switch (event.eventType()) {
      case UserEvent.LOGIN -> activity.onLogin(event);
      case UserEvent.PURCHASE -> activity.onPurchase(event);
      case UserEvent.LOGOUT -> activity.onLogout(event);
      default -> activity.onOther(event);
    }
  }

  static Reply read(ConsumerMetrics metrics, long call) {
    return new Reply.MetricsRead(call, text(metrics.handledByType()), metrics.malformed());
  }

  /** As text: a number keeps all its digits, and what is no number shows as what it is. */
  private static Map<String, String> text(Map<String, ? extends @Nullable Object> counts) {
    Map<String, String> texts = new HashMap<>();
    counts.forEach((name, count) -> texts.put(String.valueOf(name), String.valueOf(count)));
    return texts;
  }
}
