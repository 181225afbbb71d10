package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.TIME;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.consumer.ActivityJudge.Difference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityFeedbackTest {

  private static final String HINT =
      "Go through these events with your code on paper, one after the other.";

  @Test
  void tellsTheEventsOfASmallCase() {
    UserEvent purchase = new UserEvent("user_7", UserEvent.PURCHASE, TIME, Map.of("amount", 12));

    assertReads(
        ActivityFeedback.differs(
            Map.of(
                "revenueByUser()",
                new Difference(
                    "a purchase and a logout",
                    List.of(purchase, LOGOUT),
                    Map.of("user_7", 12),
                    Map.of()))),
        "revenueByUser() is not right after a purchase and a logout.",
        HINT,
        "revenueByUser() after",
        "purchase of user_7 for 12, logout of user_7",
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
                new Difference(
                    "many events", Collections.nCopies(7, LOGOUT), Set.of(), Set.of("user_7")))),
        "onlineUsers() is not right after many events.",
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
    Map<String, Difference> wrong = new LinkedHashMap<>();
    wrong.put("loginsByUser()", new Difference("nothing has happened", List.of(), "{}", "null"));
    wrong.put("onlineUsers()", new Difference("one logout", List.of(LOGOUT), "[]", "[user_7]"));

    assertReads(
        ActivityFeedback.differs(wrong),
        "loginsByUser() is not right after nothing has happened.",
        HINT,
        "loginsByUser() after",
        "nothing has happened",
        "expected",
        "{}",
        "got",
        "null",
        "onlineUsers() after",
        "logout of user_7",
        "expected",
        "[]",
        "got",
        "[user_7]");
  }
}
