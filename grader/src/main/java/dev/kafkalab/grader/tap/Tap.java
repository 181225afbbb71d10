package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.Valve.Position;
import dev.kafkalab.grader.tap.fence.Fence;
import dev.kafkalab.grader.tap.note.ProduceNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A relay in front of a Kafka cluster that notes what clients ask for and can fail on demand.
 *
 * <p>It is the only broker address that a student's JVM is given, one tap for each JVM, so every
 * note belongs to that JVM. Requests are forwarded byte for byte, apart from those that a {@link
 * Fence} keeps back. So are responses, except that the brokers' addresses in them are replaced by
 * the tap's own, and what is behind the fence is left out.
 *
 * <p>What is held in memory is bounded: when it is full, the tap reads no more from the clients, or
 * from the brokers, until some of it has gone on.
 */
public final class Tap implements AutoCloseable {

  private final Notebook notebook = new Notebook();
  private final Routes routes;
  private final Relay relay;
  private final Endpoint address;

  private Tap(List<Endpoint> bootstrap, Ports ports, @Nullable Fence fence) {
    this.routes = new Routes(ports);
    TopicNames names = new TopicNames();
    RequestNotes notes = new RequestNotes(notebook, names, fence);
    this.relay = new Relay(notes, new AddressRewriter(this::route, names, notebook, fence));
    this.address = routes.open(bootstrap, relay);
  }

  /**
   * Opens a tap in front of a cluster; on return clients can connect to its {@link #address()}.
   *
   * @param bootstrapServers {@code host:port[,host:port]}; connections go to the first that answers
   * @param ports where clients connect
   * @throws IllegalArgumentException if it is not of that form
   * @throws java.io.UncheckedIOException if no port can be opened
   */
  public static Tap inFrontOf(String bootstrapServers, Ports ports) {
    return new Tap(Endpoint.parseAll(bootstrapServers), ports, null);
  }

  /** Does the same, and keeps clients from what is behind a fence. */
  public static Tap inFrontOf(String bootstrapServers, Ports ports, Fence fence) {
    return new Tap(Endpoint.parseAll(bootstrapServers), ports, fence);
  }

  private Endpoint route(Endpoint broker) {
    return routes.to(broker, relay);
  }

  /** Returns the {@code bootstrap.servers} to give to a client. */
  public String address() {
    return address.toString();
  }

  /**
   * Returns what was noted so far, in the order in which it was read, as a copy. Of heartbeats,
   * fetches and topics asked for only the first of each member, client and topic is here.
   */
  public List<WireNote> notes() {
    return notebook.notes();
  }

  /** Returns the {@link #notes()} of one kind. */
  public <N extends WireNote> List<N> notes(Class<N> kind) {
    return notes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Returns how many notes were not kept because there were far too many (over 100,000). */
  public long droppedNotes() {
    return notebook.dropped();
  }

  /** Returns how many Fetch requests were read so far. */
  public long fetches() {
    return notebook.fetches();
  }

  /** Returns how many Produce requests were read so far. */
  public int produceRequests() {
    return notes(ProduceNote.class).size();
  }

  /**
   * Returns the offset of each partition that was last asked for in a Fetch request: a consumer has
   * been given everything before it.
   */
  public Offsets fetchPositions() {
    return notebook.positions();
  }

  /**
   * Returns how often a partition was asked for a lower offset than the time before: a consumer
   * that only reads on never does that.
   */
  public long rewinds() {
    return notebook.rewinds();
  }

  /** Returns how many heartbeats were read so far, in either group protocol. */
  public long heartbeats() {
    return notebook.heartbeats();
  }

  /**
   * Returns how many answers told a member, in the classic protocol, that it has to join again: it
   * asks with each heartbeat.
   */
  public long rebalancesTold() {
    return notebook.rebalancesTold();
  }

  /**
   * Cuts every connection that is open now; what was held is dropped, and new connections are
   * relayed: a {@link #refuse()} or {@link #stall()} has ended on return.
   */
  public synchronized void cut() {
    relay.closeAll(); // before the valve opens, or held frames would slip through
    relay.valve().turn(Position.OPEN);
  }

  /** Cuts every connection, and closes new ones at once until {@link #resume()} or a cut. */
  public synchronized void refuse() {
    relay.valve().turn(Position.REFUSING); // first, so that no connection slips in
    relay.closeAll();
  }

  /**
   * Holds every frame in both directions until {@link #resume()}, {@link #refuse()} or a cut.
   * Requests go on being read and noted, and connections being accepted. On return no frame will be
   * begun; one that was being written goes on to its end.
   */
  public synchronized void stall() {
    notebook.actNoMore();
    relay.valve().turn(Position.STALLED);
  }

  /**
   * Stalls at the next request that is noted like this, before a byte of it goes on: then it is
   * sure that the client has no answer to it. {@link #stall()} and {@link #resume()} end the wait
   * for it.
   */
  public void stallAt(Predicate<WireNote> trigger) {
    notebook.actAt(trigger, () -> relay.valve().turn(Position.STALLED));
  }

  /**
   * Ends {@link #refuse()} and {@link #stall()}: what was held goes on in order, even where the one
   * who sent it has gone meanwhile.
   */
  public synchronized void resume() {
    notebook.actNoMore();
    relay.valve().turn(Position.OPEN);
  }

  /**
   * Loses the next Produce requests that expect an answer: each is noted, never reaches a broker,
   * and its connection is cut.
   */
  public void loseProduceRequests(int count) {
    relay.faults().loseRequests(count);
  }

  /**
   * Loses the answers to the next Produce requests: the broker has the records, and where its
   * answer was due the connection is cut.
   */
  public void loseProduceAnswers(int count) {
    relay.faults().loseAnswers(count);
  }

  /** Returns how many requests and answers were lost so far. */
  public int produceLosses() {
    return relay.faults().losses();
  }

  /**
   * Makes the answer to every Produce that comes from now on say that the client may not write
   * there, or ends that: which of the two it is, is decided when the request comes.
   */
  public void refuseRecords(boolean refuse) {
    relay.faults().refuseRecords(refuse);
  }

  /**
   * Holds the brokers' answers to Produce requests, which they have taken, or lets them go on:
   * other clients of this tap are not held.
   */
  public void holdProduceAnswers(boolean hold) {
    relay.faults().holdAnswers(hold);
  }

  /** Closes all sockets; the notes stay. Closing again does nothing. */
  @Override
  public synchronized void close() {
    relay.valve().turn(Position.REFUSING);
    relay.faults().holdAnswers(false);
    routes.close();
    relay.closeAll();
  }
}
