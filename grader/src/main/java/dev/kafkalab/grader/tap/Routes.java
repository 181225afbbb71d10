package dev.kafkalab.grader.tap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each broker a port of the tap, opened when a response names the broker for the first time:
 * a client chooses a broker by its address, so one port for all could not tell them apart.
 */
final class Routes {

  private final Ports ports;
  private final Map<Endpoint, TapListener> byBroker = new HashMap<>();
  private final List<TapListener> all = new ArrayList<>();
  private boolean closed;

  Routes(Ports ports) {
    this.ports = ports;
  }

  /** Opens the port to bootstrap from: to the first of these brokers that answers. */
  synchronized Endpoint open(List<Endpoint> bootstrap, Relay relay) {
    try {
      TapListener listener = TapListener.open(ports, bootstrap, relay);
      all.add(listener);
      if (bootstrap.size() == 1) { // else it may lead to any of them
        byBroker.put(bootstrap.get(0), listener);
      }
      return listener.address();
    } catch (IOException e) {
      throw new UncheckedIOException("the tap cannot listen on a free local port", e);
    }
  }

  /** Returns where a client is to go instead of to this broker. */
  synchronized Endpoint to(Endpoint broker, Relay relay) {
    if (closed) {
      throw new IllegalStateException("the tap is closed");
    }
    TapListener known = byBroker.get(broker);
    return known == null ? open(List.of(broker), relay) : known.address();
  }

  synchronized void close() {
    closed = true;
    all.forEach(TapListener::close);
  }
}
