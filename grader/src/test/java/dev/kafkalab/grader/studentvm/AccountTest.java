package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.ActivityFed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  @Test
  void usersLoginsAndRevenueAreRead() {
    Account account =
        Account.of(
            new ActivityFed(
                1,
                List.of("user_2", "user_1"),
                Map.of("user_1", "3"),
                Map.of("user_1", "12.50", "user_2", "100")));

    assertThat(account)
        .isEqualTo(
            new Account(
                Set.of("user_1", "user_2"),
                Map.of("user_1", 3),
                Map.of("user_1", new BigDecimal("12.5"), "user_2", new BigDecimal("1E+2"))));
    assertThat(account.online()).containsExactly("user_1", "user_2");
  }

  @Test
  void anyOtherReplyTellsOfNobody() {
    assertThat(Account.of(new Reply.Returned(1)))
        .isEqualTo(new Account(Set.of(), Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "many", "", "1.5", "99999999999"})
  void aCountThatIsNoNumberDiffersFromEveryCount(String count) {
    assertThat(account(Map.of("u", count), Map.of()).logins())
        .containsEntry("u", Integer.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "NaN", "Infinity", "", "12,50", "1e99999999999"})
  void anAmountThatIsNoNumberDiffersFromEveryAmount(String amount) {
    assertThat(account(Map.of(), Map.of("u", amount)).revenue())
        .containsEntry("u", BigDecimal.valueOf(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999"})
  void anAmountWithAVastExponentIsKeptInFewDigits(String amount) {
    Account account = account(Map.of(), Map.of("u", amount));

    assertThat(account).isNotEqualTo(new Account(Set.of(), Map.of(), Map.of("u", BigDecimal.ONE)));
    assertThat(account.toString()).hasSizeLessThan(100);
  }

  private static Account account(Map<String, String> logins, Map<String, String> revenue) {
    return Account.of(new ActivityFed(1, List.of(), logins, revenue));
  }
}
