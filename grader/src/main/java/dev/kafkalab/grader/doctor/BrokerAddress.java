package dev.kafkalab.grader.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Kafka for the lab's programs listens.
 *
 * @param text one address, or several with commas between them
 */
public record BrokerAddress(String text) {

  /** That of {@code lab console} and of the Compose file. */
  public static final BrokerAddress USUAL = ofPort(9092);

  private static final Pattern FIRST = Pattern.compile("\\[?([^,\\]]+)]?:(\\d{1,5})(?:,.*)?");
  private static final int MILLIS_TO_CONNECT = 3_000;

  /** Returns the one of a port of this machine. */
  static BrokerAddress ofPort(int port) {
    return new BrokerAddress("localhost:" + port);
  }

  /**
   * Returns what to tell where nobody listens there: Kafka's clients would wait for it in silence.
   */
  public Optional<String> complaint() {
    return isReachable()
        ? Optional.empty()
        : Optional.of(
            "No program listens on %s. Start Kafka first, in another terminal: './lab console', or 'docker compose up -d'."
                .formatted(text));
  }

  /** Returns whether a program listens there, Kafka or not. */
  boolean isReachable() {
    Matcher address = FIRST.matcher(text);
    if (!address.matches()) {
      return true; // whatever it is, Kafka's client says what is wrong with it
    }
    int port = Integer.parseInt(address.group(2));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.group(1), port), MILLIS_TO_CONNECT);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
