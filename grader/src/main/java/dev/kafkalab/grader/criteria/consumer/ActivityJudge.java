package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabTopic;
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

  private static final String OF_ITS_OWN =
      "Each object that userActivity() returns counts for itself: return a new one each time, and use no static fields.";

  private final StudentRun run;

  /** Another account in the same JVM. */
  private final StudentRun beside;

  private final ActivityCases cases;
  private final Map<String, ActivityDifference> wrong = new LinkedHashMap<>();

  ActivityJudge(Stage stage) {
    LabTopic topic = stage.newTopicName();
    this.run = stage.newRun(topic);
    this.beside = stage.newRunBeside(run, topic);
    this.cases = new ActivityCases(stage.events());
  }

  void judge() {
    List<ActivityCase> all = cases.all();
    all.forEach(this::judge);
    judgeTwoAccounts(all.get(all.size() - 1));
    if (!wrong.isEmpty()) {
      int earned =
          (wrong.containsKey("onlineUsers()") ? 0 : ONLINE)
              + (wrong.containsKey("loginsByUser()") ? 0 : LOGINS)
              + (wrong.containsKey("revenueByUser()") ? 0 : REVENUE);
      throw CriterionEnded.failed(ActivityFeedback.differs(wrong), earned);
    }
  }

  /** Asks a new account before any events, after half of them, after all, and once more. */
  private void judge(ActivityCase each) {
    run.parts().openActivity();
    if (!each.events().isEmpty()) {
      compare(each.first(0).named("a new account").hint(OF_ITS_OWN), feed(run, each, 0, 0));
    }
    int half = each.events().size() / 2;
    compare(each.first(half), feed(run, each, 0, half));
    compare(each, feed(run, each, half, each.events().size()));
    compare(each.named(each.situation() + ", asked twice"), feed(run, each, 0, 0));
  }

  /** Gives half of the events to one account, then all to another one, and then the other half. */
  private void judgeTwoAccounts(ActivityCase each) {
    int half = each.events().size() / 2;
    int all = each.events().size();
    ActivityCase named = each.named("two accounts side by side").hint(OF_ITS_OWN);
    run.parts().openActivity();
    feed(run, each, 0, half);
    beside.parts().openActivity();
    compare(named, feed(beside, each, 0, all));
    compare(named, feed(run, each, half, all));
  }

  private static Account feed(StudentRun run, ActivityCase each, int from, int to) {
    return run.parts().account(each.events().subList(from, to));
  }

  private void compare(ActivityCase after, Account got) {
    Account expected = ExpectedAccount.of(after.events());
    compare("onlineUsers()", after, expected.online(), got.online());
    compare("loginsByUser()", after, expected.logins(), got.logins());
    compare("revenueByUser()", after, expected.revenue(), got.revenue());
  }

  private void compare(String method, ActivityCase after, Object expected, Object got) {
    if (!expected.equals(got)) {
      wrong.putIfAbsent(method, new ActivityDifference(after, expected, got));
    }
  }
}
