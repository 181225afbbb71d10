package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** One port of a tap: whoever connects to it is connected to one broker. */
final class TapListener implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final ServerSocket socket;
  private final List<Endpoint> upstreams;
  private final Relay relay;

  private TapListener(ServerSocket socket, List<Endpoint> upstreams, Relay relay) {
    this.socket = socket;
    this.upstreams = upstreams;
    this.relay = relay;
  }

  /** Listens at a free port; on return clients can connect. */
  static TapListener open(List<Endpoint> upstreams, Relay relay) throws IOException {
    ServerSocket socket =
        new ServerSocket(
            0, Relay.MOST_CONNECTIONS, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    TapListener listener = new TapListener(socket, upstreams, relay);
    Daemon.start("tap-" + socket.getLocalPort() + "-accept", listener::acceptAll);
    return listener;
  }

  Endpoint address() {
    return new Endpoint(HOST, socket.getLocalPort());
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        accept();
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        // Closed, or out of sockets or threads: the next client may have more luck.
      }
    }
  }

  // The relay closes the client's socket, now or when the connection ends.
  private void accept() throws IOException {
    Socket client = socket.accept();
    relay.accept(client, upstreams);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with a socket that does not close.
    }
  }
}
