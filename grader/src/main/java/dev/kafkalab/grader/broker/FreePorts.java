package dev.kafkalab.grader.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Two ports that nobody listened on a moment ago.
 *
 * @param broker where clients connect
 * @param controller where the broker finds its own controller
 */
record FreePorts(int broker, int controller) {

  static FreePorts find() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return new FreePorts(first.getLocalPort(), second.getLocalPort());
    }
  }
}
