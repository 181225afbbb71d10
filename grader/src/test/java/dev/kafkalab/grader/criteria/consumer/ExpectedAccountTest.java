package dev.kafkalab.grader.criteria.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.Scene;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.studentvm.Account;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedAccountTest {

  @Test
  void whereNothingHappenedNothingIsCounted() {
    assertThat(ExpectedAccount.of(List.of())).isEqualTo(new Account(Set.of(), Map.of(), Map.of()));
  }

  @Test
  void whoLoggedInAndNotOutIsOnline() {
    Account account =
        ExpectedAccount.of(
            List.of(
                event("ann", UserEvent.LOGIN, Map.of()),
                event("bob", UserEvent.LOGIN, Map.of()),
                event("ann", UserEvent.LOGIN, Map.of()),
                event("ann", UserEvent.LOGOUT, Map.of())));

    assertThat(account.online()).containsExactly("bob");
    assertThat(account.logins()).isEqualTo(Map.of("ann", 2, "bob", 1));
  }

  @Test
  void aLogoutWithoutALoginChangesNothing() {
    assertThat(ExpectedAccount.of(List.of(event("ann", UserEvent.LOGOUT, Map.of()))))
        .isEqualTo(new Account(Set.of(), Map.of(), Map.of()));
  }

  @Test
  void amountsAreAddedExactly() {
    Account account =
        ExpectedAccount.of(
            List.of(
                event("ann", UserEvent.PURCHASE, Map.of("amount", new BigDecimal("0.10"))),
                event("ann", UserEvent.PURCHASE, Map.of("amount", 0.2))));

    assertThat(account.revenue()).isEqualTo(Map.of("ann", new BigDecimal("0.3")));
  }

  @Test
  void anAmountThatIsMissingOrNoNumberIsNotCounted() {
    Account account =
        ExpectedAccount.of(
            List.of(
                event("ann", UserEvent.PURCHASE, Map.of()),
                event("ann", UserEvent.PURCHASE, Map.of("amount", "12"))));

    assertThat(account.revenue()).isEmpty();
  }

  @Test
  void aTypeThatNobodyKnowsChangesNothing() {
    assertThat(ExpectedAccount.of(List.of(event("ann", "click", Map.of("amount", 3)))))
        .isEqualTo(new Account(Set.of(), Map.of(), Map.of()));
  }

  @Test
  void theCasesBeginWithNothingAndGrow() {
    List<ActivityCase> cases = new ActivityCases(new EventGenerator(7)).all();

    assertThat(cases)
        .extracting(ActivityCase::situation)
        .startsWith("no events yet", "one login", "a login and a logout")
        .endsWith("many events of many users");
    assertThat(cases.get(0).events()).isEmpty();
    assertThat(cases.get(cases.size() - 1).events()).hasSize(81);
  }

  @Test
  void theSameSeedDrawsTheSameCases() {
    assertThat(new ActivityCases(new EventGenerator(7)).all())
        .isEqualTo(new ActivityCases(new EventGenerator(7)).all())
        .isNotEqualTo(new ActivityCases(new EventGenerator(8)).all());
  }

  private static UserEvent event(String user, String type, Map<String, Object> data) {
    return new UserEvent(user, type, Scene.TIME, data);
  }
}
