package dev.kafkalab.grader.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** The loopback network of this machine: everything that is graded communicates over it. */
final class Loopback {

  /** IPv4 in any case: it is what the broker is told to listen on. */
  static final InetAddress ADDRESS = address();

  private static final Duration MOST_TO_CONNECT = Duration.ofSeconds(2);

  private Loopback() {}

  private static InetAddress address() {
    try {
      return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  /**
   * Connects to this machine: Kafka would try that for minutes and then report another error.
   *
   * @throws BrokerStartFailed if that does not work within 2 s
   */
  static void expectToWork() {
    expectToWork(ADDRESS);
  }

  static void expectToWork(InetAddress address) {
    try (ServerSocket server = new ServerSocket(0, 1, address)) {
      connect(new InetSocketAddress(address, server.getLocalPort()), MOST_TO_CONNECT);
    } catch (IOException e) {
      throw new BrokerStartFailed(
          "This machine cannot connect to itself at %s (%s), but Kafka needs that. Allow it in the"
                  .formatted(address.getHostAddress(), e.getMessage())
              + " sandbox or firewall, or bring the loopback interface up (ip link set lo up), then"
              + " run this again",
          e);
    }
  }

  static void connect(InetSocketAddress to, Duration bound) throws IOException {
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(to, (int) bound.toMillis());
    }
  }
}
