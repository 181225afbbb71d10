package dev.kafkalab.grader.broker;

import java.util.Locale;

/** What a {@link TestBroker} runs in. */
public enum BrokerKind {
  /** The grader's own JVM. */
  EMBEDDED;

  /** Returns the word for it on the command line and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
