package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;

/** One connection of a client and the one to a broker that stands for it. */
final class Connection implements AutoCloseable {

  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

  /** No correlation id of Kafka's clients: they count up from 0. */
  private static final int NONE = -1;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name = "tap-connection-" + COUNT.incrementAndGet();
  private final Link client;
  private final List<Endpoint> upstreams;
  private final Relay relay;
  private final PendingAnswers pending = new PendingAnswers();
  private final Refusals refusals = new Refusals();
  private @Nullable Link upstream;
  private @Nullable Pipe requests;
  private @Nullable Pipe responses;
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private volatile int answerToLose = NONE;
  private boolean closed;

  /** Makes a connection to the first of these brokers that answers. */
  Connection(Link client, List<Endpoint> upstreams, Relay relay) {
    this.client = client;
    this.upstreams = upstreams;
    this.relay = relay;
  }

  /** Starts relaying without waiting for the broker; closes the connection if there is none. */
  void start() {
    Daemon.start(name + "-connect", this::connectAndRelay);
  }

  private void connectAndRelay() {
    try {
      Link broker = connect();
      broker.hurry();
      client.hurry();
      relayTo(broker);
    } catch (IOException | RuntimeException e) {
      close(); // the client sees what it would see without a tap: a connection that fails
    } catch (OutOfMemoryError e) {
      close();
      SurvivedError.tell(e);
    }
  }

  private Link connect() throws IOException {
    IOException failure = new ConnectException("no broker to connect to");
    for (Endpoint endpoint : upstreams) {
      Link socket = Link.unconnected();
      adopt(socket);
      try {
        socket.connect(endpoint.resolved(), CONNECT_TIMEOUT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  /** Makes close() close this socket too, even while it is being connected. */
  private synchronized void adopt(Link socket) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    upstream = socket;
  }

  private synchronized void relayTo(Link broker) throws IOException {
    if (closed) {
      return;
    }
    requests = new Pipe(client, broker, relay.valve(), relay.requestBudget(), this::request);
    responses = new Pipe(broker, client, relay.valve(), relay.responseBudget(), this::response);
    requests.start(name + "-requests", this::close);
    responses.start(name + "-responses", this::close);
  }

  private byte[] request(byte[] payload) {
    boolean refusing = relay.faults().isRefusing(); // before it counts as a request
    RequestNotes.Read read = relay.notes().read(payload);
    if (read == null) {
      return payload;
    }
    RequestHeader header = read.header();
    Errors refusal = read.refusal();
    if (refusal != null && read.request() != null) {
      return refusals.instead(header, read.request(), refusal);
    }
    if (read.isAnswerRead()) {
      if (header.apiKey() == ApiKeys.PRODUCE && relay.faults().meets()) {
        answerToLose = header.correlationId();
      }
      if (header.apiKey() == ApiKeys.PRODUCE && refusing) {
        refused.add(header.correlationId());
      }
      pending.expect(header);
    }
    return payload;
  }

  private byte[] response(byte[] payload) {
    byte[] refusal = refusals.answer(payload);
    if (refusal != null) {
      return refusal;
    }
    int answered = payload.length >= Integer.BYTES ? ByteBuffer.wrap(payload).getInt() : NONE;
    if (answered != NONE && answered == answerToLose) {
      relay.faults().loseAnswer();
    }
    boolean isRefused = refused.remove(answered);
    return relay
        .rewriter()
        .rewritten(payload, pending, answer -> relay.faults().spoils(answer, isRefused));
  }

  /** Closes both sockets and drops what is held; the threads end soon after. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      close(client);
      close(upstream);
      drop(requests);
      drop(responses);
    }
    relay.forget(this);
  }

  private static void drop(@Nullable Pipe pipe) {
    if (pipe != null) {
      pipe.drop();
    }
  }

  private static void close(@Nullable Link link) {
    if (link != null) {
      link.close();
    }
  }
}
