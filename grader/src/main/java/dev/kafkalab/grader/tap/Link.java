package dev.kafkalab.grader.tap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One end of a connection, as streams. Those of {@code Channels} let nobody write while another
 * thread waits to read (Java 17).
 */
final class Link implements AutoCloseable {

  /** The JDK keeps a buffer for each thread that is as large as what it has read at once. */
  private static final int CHUNK = 1 << 16;

  private final SocketChannel channel;

  Link(SocketChannel channel) {
    this.channel = channel;
  }

  /** Makes one that is not connected yet. */
  static Link unconnected() throws IOException {
    return new Link(SocketChannel.open(StandardProtocolFamily.INET));
  }

  /** Connects; waits no longer than this. */
  void connect(SocketAddress address, int timeoutMillis) throws IOException {
    channel.socket().connect(address, timeoutMillis);
  }

  /** Sends at once what is written, where it would be held for more. */
  void hurry() throws IOException {
    if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
  }

  InputStream in() {
    return new In();
  }

  OutputStream out() {
    return new Out();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is left to be done with a socket that does not close.
    }
  }

  private final class In extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, from, Math.min(length, CHUNK)));
    }
  }

  private final class Out extends OutputStream {

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int end = from + length;
      for (int next = from; next < end; ) {
        next += channel.write(ByteBuffer.wrap(bytes, next, Math.min(end - next, CHUNK)));
      }
    }
  }
}
