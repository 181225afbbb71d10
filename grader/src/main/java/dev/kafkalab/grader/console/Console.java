package dev.kafkalab.grader.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** A page on this machine that shows what is in a Kafka. No other machine can reach it. */
public final class Console implements AutoCloseable {

  private static final int MOST_WAITING = 50;
  private static final int WORKERS = 6;

  /** A broker takes records of 1 MiB; in JSON a character can take six. */
  private static final int MOST_OF_BODY = 4 << 20;

  private static final int TOO_LARGE = 413;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final HttpServer server;
  private final ExecutorService workers = Daemon.pool("console", WORKERS);
  private final Guard guard;
  private final Page page = new Page();
  private @Nullable Api api;

  private Console(HttpServer server) {
    this.server = server;
    this.guard = new Guard(server.getAddress().getPort());
  }

  /**
   * Takes a port; requests wait until {@link #show} is called.
   *
   * @param port 0 for one that is free
   * @throws IOException where the port is taken
   */
  public static Console at(int port) throws IOException {
    // Otherwise each answer waits 40 ms for the browser to confirm its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new Console(
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_WAITING));
  }

  /**
   * Shows a Kafka from now on, whether or not it answers yet.
   *
   * @param version Kafka's version, if it is known
   * @throws IllegalArgumentException if no Kafka can have this address
   */
  public void show(String bootstrapServers, @Nullable String version) {
    Api asked = api(bootstrapServers, version);
    api = asked;
    server.createContext("/", exchange -> answer(exchange, asked));
    server.setExecutor(workers);
    server.start();
    Thread unused = Daemon.start("warm-console", asked::warmUp);
  }

  private static Api api(String bootstrapServers, @Nullable String version) {
    try {
      return new Api(bootstrapServers, version);
    } catch (KafkaException e) {
      throw new IllegalArgumentException(
          "'" + bootstrapServers + "' is not the address of a Kafka: use HOST:PORT", e);
    }
  }

  /** Returns the page's address. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, Api asked) throws IOException {
    try (exchange) {
      Optional<Answer> refusal =
          guard.refusal(exchange.getRequestMethod(), exchange.getRequestHeaders());
      Answer answer = refusal.isPresent() ? refusal.get() : answerTo(exchange, asked);
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answerTo(HttpExchange exchange, Api asked) throws IOException {
    String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "");
    if (exchange.getRequestMethod().equals("POST")) {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_OF_BODY + 1);
      return body.length > MOST_OF_BODY
          ? Answer.problem(TOO_LARGE, "Kafka does not take a record of this size.")
          : asked.post(path, body);
    }
    return path.startsWith("/api/")
        ? asked.get(path, exchange.getRequestURI().getRawQuery())
        : page.get(path);
  }

  /** Ends it without waiting for requests that are under way. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    Api shown = api;
    if (shown != null) {
      shown.close();
    }
  }
}
