package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges the reported user activity, from small cases to a long random one: the first that differs
 * is the most instructive.
 */
final class ActivityJudge {

  private static final int ONLINE = 2;
  private static final int LOGINS = 1;
  private static final int REVENUE = 1;

  private final StudentRun run;
  private final ActivityCases cases;

  ActivityJudge(Stage stage) {
    this.run = stage.newRun(stage.newTopicName());
    this.cases = new ActivityCases(stage.events());
  }

  void judge() {
    Map<String, ActivityDifference> wrong = new LinkedHashMap<>();
    for (Map.Entry<String, List<UserEvent>> each : cases.all().entrySet()) {
      run.parts().openActivity();
      Account got = run.parts().account(each.getValue());
      Account expected = ExpectedAccount.of(each.getValue());
      compare(each.getKey(), each.getValue(), expected, got)
          .forEach((name, found) -> wrong.putIfAbsent(name, found));
    }
    if (!wrong.isEmpty()) {
      int earned =
          (wrong.containsKey("onlineUsers()") ? 0 : ONLINE)
              + (wrong.containsKey("loginsByUser()") ? 0 : LOGINS)
              + (wrong.containsKey("revenueByUser()") ? 0 : REVENUE);
      throw CriterionEnded.failed(ActivityFeedback.differs(wrong), earned);
    }
  }

  private static Map<String, ActivityDifference> compare(
      String situation, List<UserEvent> events, Account expected, Account got) {
    Map<String, ActivityDifference> found = new LinkedHashMap<>();
    if (!expected.online().equals(got.online())) {
      found.put(
          "onlineUsers()",
          new ActivityDifference(situation, events, expected.online(), got.online()));
    }
    if (!expected.logins().equals(got.logins())) {
      found.put(
          "loginsByUser()",
          new ActivityDifference(situation, events, expected.logins(), got.logins()));
    }
    if (!expected.revenue().equals(got.revenue())) {
      found.put(
          "revenueByUser()",
          new ActivityDifference(situation, events, expected.revenue(), got.revenue()));
    }
    return found;
  }
}
