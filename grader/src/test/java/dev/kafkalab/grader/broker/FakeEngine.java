package dev.kafkalab.grader.broker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

/** As much of a Docker engine as is asked here, and one that can get stuck. */
final class FakeEngine implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> containers = new ConcurrentSkipListSet<>();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final CountDownLatch unstuck = new CountDownLatch(1);
  private volatile boolean stuck;

  FakeEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, 0), 10);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  DockerClient client() {
    String host = "tcp://127.0.0.1:" + server.getAddress().getPort();
    return DockerClientImpl.getInstance(
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host).build(),
        new ZerodepDockerHttpClient.Builder().dockerHost(URI.create(host)).build());
  }

  Set<String> containers() {
    return containers;
  }

  /** Answers nothing from now on. */
  void getStuck() {
    stuck = true;
  }

  /** Waits for a request whose path ends so. */
  void awaitRequest(String end) throws InterruptedException {
    while (true) {
      String path = requests.poll(20, TimeUnit.SECONDS);
      if (path == null) {
        throw new AssertionError("nobody has asked for " + end);
      }
      if (path.endsWith(end)) {
        return;
      }
    }
  }

  /** Says something on each stream that is open, and returns how many there still are. */
  int openStreams(String line) {
    for (OutputStream each : streams) {
      try {
        each.write(line.getBytes(StandardCharsets.UTF_8));
        each.flush();
      } catch (IOException e) {
        streams.remove(each);
      }
    }
    return streams.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean stream = path.endsWith("/wait") || path.endsWith("/images/create");
    if (stream) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      streams.add(exchange.getResponseBody());
    }
    requests.add(path);
    if (stuck) {
      waitUntilUnstuck();
    }
    if (!stream) {
      say(exchange, path);
    }
  }

  private void say(HttpExchange exchange, String path) throws IOException {
    if (exchange.getRequestMethod().equals("DELETE")) {
      boolean was = containers.remove(path.substring(path.lastIndexOf('/') + 1));
      exchange.sendResponseHeaders(was ? 204 : 404, -1);
    } else if (path.endsWith("/containers/json")) {
      write(exchange, 200, list());
    } else {
      write(exchange, 404, "{\"message\":\"no such thing\"}");
    }
    exchange.close();
  }

  private String list() {
    return containers.stream()
        .map(id -> String.format(Locale.ROOT, "{\"Id\":\"%s\",\"Labels\":{}}", id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void write(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void waitUntilUnstuck() {
    try {
      unstuck.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    unstuck.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
