package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where the reported user activity differs from the events. */
final class ActivityFeedback {

  private static final int MOST_EVENTS = 6;

  private ActivityFeedback() {}

  /**
   * Describes the differences.
   *
   * @param wrong the differences by method of UserActivity, in the order in which they were found
   */
  static Feedback differs(Map<String, ActivityDifference> wrong) {
    List<Fact> facts = new ArrayList<>();
    wrong.forEach(
        (method, difference) -> {
          facts.add(fact(method + " after", describe(difference)));
          facts.add(fact("expected", difference.expected()));
          facts.add(fact("got", difference.got()));
        });
    Map.Entry<String, ActivityDifference> first = wrong.entrySet().iterator().next();
    return new Feedback(
        "%s returned a wrong result in this case: %s."
            .formatted(first.getKey(), first.getValue().after().situation()),
        first.getValue().after().hint(),
        null,
        facts);
  }

  private static String describe(ActivityDifference difference) {
    List<UserEvent> events = difference.after().events();
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      return difference.after().situation();
    }
    return events.stream().map(ActivityFeedback::describe).collect(Collectors.joining(", "));
  }

  private static String describe(UserEvent event) {
    String what = event.eventType() + " by " + event.userId();
    return event.data().containsKey("amount") ? what + " for " + event.data().get("amount") : what;
  }
}
