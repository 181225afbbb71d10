package dev.kafkalab.grader.tap;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Gives a tap the ports that its clients connect to. */
@FunctionalInterface
public interface Ports {

  /** Free ones of this machine, which every process here can connect to. */
  Ports OF_THIS_MACHINE = Ports::onLoopback;

  /**
   * The first port that is joined to a socket of {@link #joinedTo}. None of them is one that people
   * write into their code: who does that must not meet a Kafka there.
   */
  int FIRST = 17_810;

  /** How many are joined: more than the taps of one student's JVM and the brokers behind them. */
  int MOST = 24;

  /**
   * A port that is open.
   *
   * @param socket where clients are accepted
   * @param address how they call it
   */
  record Opened(ServerSocketChannel socket, String address) {}

  /**
   * Opens one that was never open before.
   *
   * @throws IOException where there is none
   */
  Opened open() throws IOException;

  /**
   * Returns ports inside a place that shares nothing with this machine but a folder: each is joined
   * there to the Unix socket of its number.
   *
   * @param folder where the sockets are made; its path must be short (unix(7): 107 bytes with the
   *     socket's name)
   */
  static Ports joinedTo(Path folder) {
    return () -> inFolder(folder);
  }

  private static Opened onLoopback() throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.INET);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    socket.bind(new InetSocketAddress(loopback, 0), Relay.MOST_CONNECTIONS);
    InetSocketAddress bound = (InetSocketAddress) socket.getLocalAddress();
    return new Opened(socket, "127.0.0.1:" + bound.getPort());
  }

  /** The file of a socket that was closed stays, so that no number is used twice. */
  private static Opened inFolder(Path folder) throws IOException {
    for (int port = FIRST; port < FIRST + MOST; port++) {
      Path file = folder.resolve(Integer.toString(port));
      if (!Files.exists(file)) {
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
          socket.bind(UnixDomainSocketAddress.of(file), Relay.MOST_CONNECTIONS);
          // Another user's processes connect to it; nobody else gets into the folder.
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
          return new Opened(socket, "127.0.0.1:" + port);
        } catch (BindException e) {
          socket.close(); // another tap was quicker
        }
      }
    }
    throw new IOException("all " + MOST + " ports are in use");
  }
}
