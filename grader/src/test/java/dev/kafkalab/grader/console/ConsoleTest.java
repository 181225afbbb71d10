package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server, where no Kafka answers: what it refuses, it refuses before it asks. */
class ConsoleTest {

  private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z]+\\.js)'");
  private static final String NOBODY = "127.0.0.1:1";

  private final HttpClient client = HttpClient.newHttpClient();
  private Console console;

  @BeforeEach
  void show() throws IOException {
    console = Console.at(0);
    console.show(NOBODY, null);
  }

  @AfterEach
  void close() {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/console.js", "/console.css", "/look.css", "/icon.svg", "/none"})
  void eachAnswerForbidsWhatThePageDoesNotNeed(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(path.equals("/none") ? 404 : 200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void eachModuleThatAnotherOneImportsIsThere() throws Exception {
    Deque<String> open = new ArrayDeque<>(List.of("console.js"));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String module = open.remove();
      if (seen.add(module)) {
        HttpResponse<String> answer = get("/" + module);
        assertThat(answer.statusCode()).as(module).isEqualTo(200);
        IMPORT.matcher(answer.body()).results().map(found -> found.group(1)).forEach(open::add);
      }
    }
    assertThat(seen).hasSize(10);
  }

  @Test
  void aForeignHostIsRefused() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void aForeignOriginIsRefused() throws Exception {
    HttpRequest foreign =
        request("/api/publish")
            .header("Origin", "http://evil.example")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"topic\":\"a\"}"))
            .build();

    HttpResponse<String> answer = client.send(foreign, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Another page must not use this one.\"}");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    assertThat(post("x".repeat((4 << 20) + 1)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"topic\":\"\"}", "{\"topics\":1}"})
  void aBodyThatIsNoRecordIsRefused(String body) throws Exception {
    assertThat(post(body).statusCode()).isEqualTo(400);
  }

  @Test
  void kafkasOwnTopicsAreLeftAlone() throws Exception {
    assertThat(post("{\"topic\":\"__consumer_offsets\",\"value\":\"x\"}").body())
        .isEqualTo("{\"error\":\"Kafka keeps its own data in '__consumer_offsets'.\"}");
  }

  @Test
  void aKafkaThatDoesNotAnswerIsTold() throws Exception {
    HttpResponse<String> answer = get("/api/state");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).startsWith("{\"error\":\"Kafka does not answer: ");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        request("/api/publish")
            .header("Origin", console.url())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(console.url() + path));
  }

  /** Java's own client sends no other host than the one it connects to. */
  private String raw(String request) throws IOException {
    int port = URI.create(console.url()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
