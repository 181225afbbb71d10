package dev.kafkalab.grader.tap;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** A broker's address, as clients are told it: the host is not looked up before it is dialled. */
record Endpoint(String host, int port) {

  /** Reads the form of {@code bootstrap.servers}; throws {@link IllegalArgumentException}. */
  static List<Endpoint> parseAll(String bootstrapServers) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (String part : bootstrapServers.split(",", -1)) {
      String host = Utils.getHost(part.strip());
      Integer port = Utils.getPort(part.strip());
      if (host == null || port == null) {
        throw new IllegalArgumentException(
            "expected host:port[,host:port] but got \"" + bootstrapServers + "\"");
      }
      endpoints.add(new Endpoint(host, port));
    }
    return List.copyOf(endpoints);
  }

  /** Looks the host up. */
  InetSocketAddress resolved() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
