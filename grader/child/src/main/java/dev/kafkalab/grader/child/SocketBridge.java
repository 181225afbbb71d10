package dev.kafkalab.grader.child;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Joins ports of a JVM that has no network to Unix sockets: who connects to a port talks to whoever
 * listens at the socket of that number.
 *
 * <p>One thread carries all connections, however many there are.
 */
final class SocketBridge {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Path folder;
  private final Selector selector;

  private SocketBridge(Path folder) throws IOException {
    this.folder = folder;
    this.selector = Selector.open();
  }

  /**
   * Joins the ports that a program's arguments name; on return clients can connect to them.
   *
   * @param args the folder of the sockets, the first port, and how many there are; or nothing
   */
  static void start(String[] args) throws IOException {
    if (args.length == 0) {
      return;
    }
    SocketBridge bridge = new SocketBridge(Path.of(args[0]));
    int first = Integer.parseInt(args[1]);
    for (int port = first; port < first + Integer.parseInt(args[2]); port++) {
      bridge.listen(port);
    }
    Daemon.start("network", bridge::carry);
  }

  private void listen(int port) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT, folder.resolve(Integer.toString(port)));
  }

  private void carry() {
    try {
      while (true) {
        selector.select(this::serve);
      }
    } catch (IOException | ClosedSelectorException e) {
      return; // nothing is carried any more: clients see a network that is down
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.attachment() instanceof Path socket) {
        accept((ServerSocketChannel) key.channel(), socket);
      } else {
        ((End) key.attachment()).serve(key);
      }
    } catch (IOException | CancelledKeyException e) {
      if (key.attachment() instanceof End end) {
        end.closeBoth();
      }
    }
  }

  private void accept(ServerSocketChannel server, Path socket) throws IOException {
    SocketChannel client = server.accept();
    if (client == null) {
      return;
    }
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SocketChannel outside = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      try {
        join(client, outside);
      } catch (IOException e) {
        outside.close();
        throw e;
      }
    } catch (IOException e) {
      client.close(); // nobody listens there
    }
  }

  private void join(SocketChannel client, SocketChannel outside) throws IOException {
    End one = new End(client, outside);
    End other = new End(outside, client);
    one.register(selector);
    other.register(selector);
    one.peer = other;
    other.peer = one;
  }

  /** One end of a connection: what is read from it goes to the other one. */
  private static final class End {

    private static final int ROOM = 1 << 16;

    private final SocketChannel from;
    private final SocketChannel to;
    private final ByteBuffer held = ByteBuffer.allocateDirect(ROOM);
    private @Nullable End peer;
    private @Nullable SelectionKey key;
    private boolean hasEnded;

    End(SocketChannel from, SocketChannel to) {
      this.from = from;
      this.to = to;
    }

    void register(Selector selector) throws IOException {
      from.configureBlocking(false);
      key = from.register(selector, SelectionKey.OP_READ, this);
    }

    void serve(SelectionKey ready) throws IOException {
      End other = peer;
      if (ready.isReadable() && !hasEnded) {
        hasEnded = from.read(held) < 0;
        passOn();
      }
      if (other != null && ready.isValid() && ready.isWritable()) {
        other.passOn();
      }
    }

    /** Writes what is held, as far as the other end takes it now. */
    private void passOn() throws IOException {
      held.flip();
      to.write(held);
      held.compact();
      boolean isEmpty = held.position() == 0;
      if (hasEnded && isEmpty) {
        to.shutdownOutput();
      }
      End other = peer;
      if (other != null && hasEnded && isEmpty && other.hasEnded) {
        closeBoth();
        return;
      }
      lookFor(SelectionKey.OP_READ, held.hasRemaining() && !hasEnded);
      if (other != null) {
        other.lookFor(SelectionKey.OP_WRITE, !isEmpty);
      }
    }

    private void lookFor(int what, boolean wanted) {
      SelectionKey own = key;
      if (own != null) {
        own.interestOps(wanted ? own.interestOps() | what : own.interestOps() & ~what);
      }
    }

    void closeBoth() {
      close(from);
      close(to);
    }

    private static void close(SocketChannel channel) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nothing is left to be done with a socket that does not close.
      }
    }
  }
}
