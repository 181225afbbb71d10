package dev.kafkalab.grader.broker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what Docker itself says in a failure of its client. */
final class DockerWords {

  /** The engine answers with {@code {"message":"..."}}, and its client puts a status before it. */
  private static final Pattern ANSWER = Pattern.compile("\\{\"message\":\"(.*)\"}", Pattern.DOTALL);

  private DockerWords() {}

  /** Returns the engine's message, or the client's where the engine said nothing; in one line. */
  static String of(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    Matcher answer = ANSWER.matcher(text);
    String said = answer.find() ? answer.group(1).replace("\\\"", "'") : text;
    return said.replaceAll("\\s+", " ").strip();
  }
}
