package dev.kafkalab.grader.tap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts connections and leaves what is said on them to the test. */
final class FakeBroker implements AutoCloseable {

  private final ServerSocket server;

  FakeBroker() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    server.setSoTimeout(10_000);
  }

  int port() {
    return server.getLocalPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  /** Waits for the next connection. */
  FramedSocket accept() throws IOException {
    Socket socket = server.accept();
    return new FramedSocket(socket);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
