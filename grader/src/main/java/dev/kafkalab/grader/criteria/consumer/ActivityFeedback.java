package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.consumer.ActivityJudge.Difference;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where the account of what users do differs from what they did. */
final class ActivityFeedback {

  private static final int MOST_EVENTS = 6;

  private ActivityFeedback() {}

  /**
   * Describes the differences.
   *
   * @param wrong by the method of UserActivity, in the order in which they were found
   */
  static Feedback differs(Map<String, Difference> wrong) {
    List<Fact> facts = new ArrayList<>();
    wrong.forEach(
        (method, difference) -> {
          facts.add(fact(method + " after", describe(difference)));
          facts.add(fact("expected", difference.expected()));
          facts.add(fact("got", difference.got()));
        });
    Map.Entry<String, Difference> first = wrong.entrySet().iterator().next();
    return new Feedback(
        "%s is not right after %s.".formatted(first.getKey(), first.getValue().situation()),
        "Go through these events with your code on paper, one after the other.",
        null,
        facts);
  }

  private static String describe(Difference difference) {
    List<UserEvent> events = difference.events();
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      return difference.situation();
    }
    return events.stream().map(ActivityFeedback::describe).collect(Collectors.joining(", "));
  }

  private static String describe(UserEvent event) {
    String what = event.eventType() + " of " + event.userId();
    return event.data().containsKey("amount") ? what + " for " + event.data().get("amount") : what;
  }
}
