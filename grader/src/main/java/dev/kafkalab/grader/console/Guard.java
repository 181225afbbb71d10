package dev.kafkalab.grader.console;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this page use this server: any other page in the same browser can send requests to
 * localhost, too, and a foreign host name can be made to mean this machine (DNS rebinding).
 */
final class Guard {

  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final int USUAL_PORT = 80;

  private static final int FORBIDDEN = 403;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int UNSUPPORTED_TYPE = 415;
  private static final int MISDIRECTED = 421;

  private final Set<String> hosts;
  private final Set<String> origins;

  Guard(int port) {
    this.hosts =
        NAMES.stream().flatMap(name -> hosts(name, port)).collect(Collectors.toUnmodifiableSet());
    this.origins =
        hosts.stream().map(host -> "http://" + host).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> hosts(String name, int port) {
    String withPort = name + ":" + port;
    return port == USUAL_PORT ? Stream.of(name, withPort) : Stream.of(withPort);
  }

  /** Returns the answer to a request that is refused, before its body is read. */
  Optional<Answer> refusal(String method, Headers headers) {
    String host = headers.getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return refuse(MISDIRECTED, "Open this page as http://localhost: no other name is served.");
    }
    String origin = headers.getFirst("Origin");
    if ((origin != null && !origins.contains(origin)) || isForeign(headers)) {
      return refuse(FORBIDDEN, "Another page must not use this one.");
    }
    return switch (method) {
      case "GET" -> Optional.empty();
      case "POST" -> refusalOfPost(origin, headers.getFirst("Content-Type"));
      default -> refuse(METHOD_NOT_ALLOWED, "Only GET and POST are known here.");
    };
  }

  /** Browsers say where a request comes from. A link that someone follows is no use by a page. */
  private static boolean isForeign(Headers headers) {
    String site = headers.getFirst("Sec-Fetch-Site");
    return site != null
        && !OWN_SITE.contains(site)
        && !"navigate".equals(headers.getFirst("Sec-Fetch-Mode"));
  }

  /** A form of another page can send any type but this one, and always names its origin. */
  private static Optional<Answer> refusalOfPost(
      @Nullable String origin, @Nullable String contentType) {
    if (origin == null) {
      return refuse(FORBIDDEN, "Only this page may publish: the request names no origin.");
    }
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    return type.equalsIgnoreCase("application/json")
        ? Optional.empty()
        : refuse(UNSUPPORTED_TYPE, "The body must be application/json.");
  }

  private static Optional<Answer> refuse(int status, String sentence) {
    return Optional.of(Answer.problem(status, sentence));
  }
}
