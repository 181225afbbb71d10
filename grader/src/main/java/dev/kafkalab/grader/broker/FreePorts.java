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

  /**
   * Finds one for the controller.
   *
   * @throws java.net.BindException where the broker's port is taken
   */
  static FreePorts beside(int broker) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(broker, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return new FreePorts(first.getLocalPort(), second.getLocalPort());
    }
  }

  static FreePorts find() throws IOException {
    return beside(0);
  }
}
