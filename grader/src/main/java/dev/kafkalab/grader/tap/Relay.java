package dev.kafkalab.grader.tap;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** What all connections of a tap share: the valve, the memory, and who reads along. */
final class Relay {

  /** More than a client of a lab ever opens: a flood of them must not exhaust the grader. */
  static final int MOST_CONNECTIONS = 512;

  private final Valve valve = new Valve();
  private final ProduceFaults faults = new ProduceFaults();
  private final Semaphore requestBudget = new Semaphore(FrameReader.BUDGET, true);
  private final Semaphore responseBudget = new Semaphore(FrameReader.BUDGET, true);
  private final Set<Connection> open = new HashSet<>();
  private final RequestNotes notes;
  private final AddressRewriter rewriter;

  Relay(RequestNotes notes, AddressRewriter rewriter) {
    this.notes = notes;
    this.rewriter = rewriter;
  }

  Valve valve() {
    return valve;
  }

  ProduceFaults faults() {
    return faults;
  }

  Semaphore requestBudget() {
    return requestBudget;
  }

  Semaphore responseBudget() {
    return responseBudget;
  }

  RequestNotes notes() {
    return notes;
  }

  AddressRewriter rewriter() {
    return rewriter;
  }

  /** Takes a client's connection, or closes it while refusing and when there are too many. */
  void accept(Link client, List<Endpoint> upstreams) {
    Connection connection = new Connection(client, upstreams, this);
    if (!admit(connection)) {
      client.close();
      return;
    }
    try {
      connection.start();
    } catch (OutOfMemoryError e) { // also where there can be no more threads
      connection.close();
      SurvivedError.tell(e);
    }
  }

  // The valve is asked under the lock that closeAll() takes: whoever turns the valve first and then
  // closes all misses no connection that was admitted just before.
  private synchronized boolean admit(Connection connection) {
    return !valve.refuses() && open.size() < MOST_CONNECTIONS && open.add(connection);
  }

  synchronized void forget(Connection connection) {
    open.remove(connection);
  }

  /** Closes every connection that is open now; what they held is dropped. */
  void closeAll() {
    List<Connection> now;
    synchronized (this) {
      now = List.copyOf(open);
    }
    now.forEach(Connection::close);
  }
}
