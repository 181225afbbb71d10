package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/** One port of a tap: whoever connects to it is connected to one broker. */
final class TapListener implements AutoCloseable {

  private final ServerSocketChannel socket;
  private final Endpoint address;
  private final List<Endpoint> upstreams;
  private final Relay relay;

  private TapListener(Ports.Opened port, List<Endpoint> upstreams, Relay relay) {
    this.socket = port.socket();
    this.address = Endpoint.parseAll(port.address()).get(0);
    this.upstreams = upstreams;
    this.relay = relay;
  }

  /** Listens at one of these ports; on return clients can connect. */
  static TapListener open(Ports ports, List<Endpoint> upstreams, Relay relay) throws IOException {
    TapListener listener = new TapListener(ports.open(), upstreams, relay);
    Daemon.start("tap-" + listener.address.port() + "-accept", listener::acceptAll);
    return listener;
  }

  Endpoint address() {
    return address;
  }

  private void acceptAll() {
    while (socket.isOpen()) {
      try {
        accept();
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        // Closed, or out of sockets or threads: the next client may have more luck.
      }
    }
  }

  // The relay closes the client's socket, now or when the connection ends.
  private void accept() throws IOException {
    relay.accept(new Link(socket.accept()), upstreams);
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
