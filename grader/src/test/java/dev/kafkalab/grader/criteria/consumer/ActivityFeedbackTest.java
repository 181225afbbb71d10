package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.TIME;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;

import dev.kafkalab.api.UserEvent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityFeedbackTest {

  private static final String HINT =
      "Step through your code with these events, one after the other.";

  @Test
  void tellsTheEventsOfASmallCase() {
    UserEvent purchase = new UserEvent("user_7", UserEvent.PURCHASE, TIME, Map.of("amount", 12));

    assertReads(
        ActivityFeedback.differs(
            Map.of(
                "revenueByUser()",
                new ActivityDifference(
                    new ActivityCase("a purchase and a logout", purchase, LOGOUT),
                    Map.of("user_7", 12),
                    Map.of()))),
        "revenueByUser() returned a wrong result in this case: a purchase and a logout.",
        HINT,
        "revenueByUser() after",
        "purchase by user_7 for 12, logout by user_7",
        "expected",
        "{user_7=12}",
        "got",
        "{}");
  }

  @Test
  void tellsOfALargeCaseOnlyWhatItIs() {
    assertReads(
        ActivityFeedback.differs(
            Map.of(
                "onlineUsers()",
                new ActivityDifference(
                    new ActivityCase(
                        "many events", Collections.nCopies(7, LOGOUT).toArray(UserEvent[]::new)),
                    Set.of(),
                    Set.of("user_7")))),
        "onlineUsers() returned a wrong result in this case: many events.",
        HINT,
        "onlineUsers() after",
        "many events",
        "expected",
        "[]",
        "got",
        "[user_7]");
  }

  @Test
  void theMessageIsAboutTheFirstDifference() {
    Map<String, ActivityDifference> wrong = new LinkedHashMap<>();
    wrong.put(
        "loginsByUser()", new ActivityDifference(new ActivityCase("no events yet"), "{}", "null"));
    wrong.put(
        "onlineUsers()",
        new ActivityDifference(
            new ActivityCase("one logout", LOGOUT).hint("Another one."), "[]", "[user_7]"));

    assertReads(
        ActivityFeedback.differs(wrong),
        "loginsByUser() returned a wrong result in this case: no events yet.",
        HINT,
        "loginsByUser() after",
        "no events yet",
        "expected",
        "{}",
        "got",
        "null",
        "onlineUsers() after",
        "logout by user_7",
        "expected",
        "[]",
        "got",
        "[user_7]");
  }
}
