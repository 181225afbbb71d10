package dev.kafkalab.grader.broker;

import java.io.IOException;
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
    try (ServerSocket first = new ServerSocket(broker, 1, Loopback.ADDRESS);
        ServerSocket second = new ServerSocket(0, 1, Loopback.ADDRESS)) {
      return new FreePorts(first.getLocalPort(), second.getLocalPort());
    }
  }

  static FreePorts find() throws IOException {
    return beside(0);
  }

  /** Returns whether somebody listens on one of them now. */
  boolean areTaken() {
    try (ServerSocket first = new ServerSocket(broker, 1, Loopback.ADDRESS);
        ServerSocket second = new ServerSocket(controller, 1, Loopback.ADDRESS)) {
      return !first.isBound() || !second.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
