package dev.kafkalab.grader.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows the question mark of a request. */
final class Query {

  private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
  private static final int MOST_PARTITIONS = 10_000;

  private final Map<String, String> values = new HashMap<>();

  private Query() {}

  /**
   * Reads it as it came in the request line.
   *
   * @param raw percent-encoded; null if there is none
   * @throws BadRequest if it is not well encoded
   */
  static Query of(@Nullable String raw) {
    Query query = new Query();
    try {
      for (String pair : (raw == null ? "" : raw).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new BadRequest("The address is not well encoded.", e);
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * Returns a text that has to be there.
   *
   * @throws BadRequest if it is missing or empty
   */
  String text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new BadRequest("The request needs '" + name + "'.", null));
  }

  /**
   * Returns a number that may be missing.
   *
   * @throws BadRequest if it is no number, or negative
   */
  OptionalInt number(String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.matches("\\d{1,9}")) {
      throw new BadRequest("'" + name + "' must be a number.", null);
    }
    return OptionalInt.of(Integer.parseInt(value));
  }

  /**
   * Returns offsets by partition, written as {@code 0:12,1:40}; empty where there are none.
   *
   * @throws BadRequest if they are written in another way
   */
  Optional<Map<Integer, Long>> offsets(String name) {
    String value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String each : value.split(",", MOST_PARTITIONS)) {
      Matcher place = PLACE.matcher(each);
      if (!place.matches()) {
        throw new BadRequest("'" + name + "' must be like 0:12,1:40.", null);
      }
      offsets.put(Integer.valueOf(place.group(1)), Long.valueOf(place.group(2)));
    }
    return Optional.of(offsets);
  }
}
