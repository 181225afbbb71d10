package dev.kafkalab.grader.tap;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One end of a connection that speaks in frames; whoever reads from it gives up after 10 s. */
final class FramedSocket implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;

  FramedSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
  }

  static FramedSocket connectTo(String address) throws IOException {
    Endpoint endpoint = Endpoint.parseAll(address).get(0);
    return new FramedSocket(new Socket(endpoint.host(), endpoint.port()));
  }

  void send(byte[] payload) throws IOException {
    socket.getOutputStream().write(framed(payload));
  }

  void sendRaw(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  static byte[] framed(byte[] payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(payload.length);
    out.write(payload);
    return bytes.toByteArray();
  }

  byte[] receive() throws IOException {
    return in.readNBytes(in.readInt());
  }

  /** Waits until the other end closes; returns false when a byte comes instead. */
  boolean isClosedByPeer() {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Tells whether something can be read at once. */
  boolean hasInput() throws IOException {
    return in.available() > 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
