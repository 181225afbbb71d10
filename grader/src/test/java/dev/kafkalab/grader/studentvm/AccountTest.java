package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

  @Test
  void usersLoginsAndRevenueAreRead() throws IOException {
    Account account =
        account(
            """
            {"online": ["user_2", "user_1"], "logins": {"user_1": "3"},
             "revenue": {"user_1": "12.50", "user_2": "100"}}
            """);

    assertThat(account)
        .isEqualTo(
            new Account(
                Set.of("user_1", "user_2"),
                Map.of("user_1", 3),
                Map.of("user_1", new BigDecimal("12.5"), "user_2", new BigDecimal("1E+2"))));
    assertThat(account.online()).containsExactly("user_1", "user_2");
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    assertThat(account("{}")).isEqualTo(new Account(Set.of(), Map.of(), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "many", "", "1.5", "99999999999"})
  void aCountThatIsNoNumberDiffersFromEveryCount(String count) throws IOException {
    assertThat(account("{\"logins\": {\"u\": \"%s\"}}".formatted(count)).logins())
        .containsEntry("u", Integer.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "NaN", "Infinity", "", "12,50", "1e99999999999"})
  void anAmountThatIsNoNumberDiffersFromEveryAmount(String amount) throws IOException {
    assertThat(account("{\"revenue\": {\"u\": \"%s\"}}".formatted(amount)).revenue())
        .containsEntry("u", BigDecimal.valueOf(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e-999999999"})
  void anAmountWithAVastExponentIsKeptInFewDigits(String amount) throws IOException {
    Account account = account("{\"revenue\": {\"u\": \"%s\"}}".formatted(amount));

    assertThat(account).isNotEqualTo(new Account(Set.of(), Map.of(), Map.of("u", BigDecimal.ONE)));
    assertThat(account.toString()).hasSizeLessThan(100);
  }

  private static Account account(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Account.of(Messages.parse(bytes, 0, bytes.length));
  }
}
