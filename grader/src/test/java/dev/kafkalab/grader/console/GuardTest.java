package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  private static final Map<String, String> OF_OUR_PAGE =
      Map.of(
          "Host", "localhost:8080",
          "Origin", "http://localhost:8080",
          "Content-Type", "application/json");

  private final Guard guard = new Guard(8080);

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"})
  void thisMachineIsServedByEachOfItsNames(String host) {
    assertThat(guard.refusal("GET", headers(Map.of("Host", host)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:8080", "localhost:8081", "localhost", "localhost.evil:8080"})
  void anotherNameOfThisMachineIsRefused(String host) {
    assertThat(refusal("GET", Map.of("Host", host))).isEqualTo(421);
  }

  @Test
  void aRequestWithoutAHostIsRefused() {
    assertThat(refusal("GET", Map.of())).isEqualTo(421);
  }

  @Test
  void atTheUsualPortBrowsersNameNone() {
    assertThat(new Guard(80).refusal("GET", headers(Map.of("Host", "localhost")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://localhost:3000",
        "https://localhost:8080",
        "http://localhost:8080.evil.example",
        "null"
      })
  void anotherPageIsRefusedWhateverItAsks(String origin) {
    assertThat(refusal("GET", Map.of("Host", "localhost:8080", "Origin", origin))).isEqualTo(403);
    assertThat(refusal("POST", but("Origin", origin))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aRequestThatABrowserCallsForeignIsRefused(String site) {
    Map<String, String> foreign = Map.of("Host", "localhost:8080", "Sec-Fetch-Site", site);

    assertThat(refusal("GET", foreign)).isEqualTo(403);
  }

  @Test
  void aLinkFromAnotherPageIsFollowed() {
    Map<String, String> link =
        Map.of(
            "Host", "localhost:8080",
            "Sec-Fetch-Site", "cross-site",
            "Sec-Fetch-Mode", "navigate");

    assertThat(guard.refusal("GET", headers(link))).isEmpty();
  }

  @Test
  void ourPageMayPublish() {
    assertThat(guard.refusal("POST", headers(OF_OUR_PAGE))).isEmpty();
    assertThat(
            guard.refusal("POST", headers(but("Content-Type", "application/json;charset=utf-8"))))
        .isEmpty();
  }

  @Test
  void whoNamesNoOriginMayNotPublish() {
    Map<String, String> unnamed =
        Map.of("Host", "localhost:8080", "Content-Type", "application/json");

    assertThat(refusal("POST", unnamed)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void whatAFormCanSendIsRefused(String type) {
    assertThat(refusal("POST", but("Content-Type", type))).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE"})
  void otherMethodsAreRefused(String method) {
    assertThat(refusal(method, OF_OUR_PAGE)).isEqualTo(405);
  }

  private static Map<String, String> but(String name, String value) {
    Map<String, String> changed = new HashMap<>(OF_OUR_PAGE);
    changed.put(name, value);
    return changed;
  }

  private int refusal(String method, Map<String, String> headers) {
    return guard.refusal(method, headers(headers)).orElseThrow().status();
  }

  private static Headers headers(Map<String, String> values) {
    Headers headers = new Headers();
    values.forEach(headers::set);
    return headers;
  }
}
