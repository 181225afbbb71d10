package dev.kafkalab.grader.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.console.Publisher.Draft;
import dev.kafkalab.grader.console.Search.Found;
import dev.kafkalab.grader.feedback.FullStop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Answers what the page asks. */
final class Api implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final Clients clients;
  private final StateReader state;
  private final RecordReader records;
  private final Publisher publisher;
  private final AtomicReference<@Nullable Search> running = new AtomicReference<>();

  /** Connects to a Kafka; returns before the connection stands. */
  Api(String bootstrapServers, @Nullable String version) {
    this.clients = new Clients(bootstrapServers);
    this.state = new StateReader(clients.admin(), bootstrapServers, version);
    this.records = new RecordReader(clients);
    this.publisher = new Publisher(clients);
  }

  /**
   * Does once what the first page asks for, so that it need not wait for connections and classes.
   */
  void warmUp() {
    try {
      Answer unused = Answer.json(state.readNow());
      var unusedTopics = clients.reading(reader -> reader.listTopics(WARM_UP));
    } catch (KafkaException e) {
      return; // whoever opens the page is told
    }
  }

  /** Answers a GET. */
  Answer get(String path, @Nullable String rawQuery) {
    return answering(
        () -> {
          Query query = Query.of(rawQuery);
          return switch (path) {
            case "/api/state" -> Answer.json(state.read());
            case "/api/records" -> Answer.json(records(query));
            case "/api/search" -> Answer.json(search(query));
            default -> notFound();
          };
        });
  }

  /** Answers a POST. */
  Answer post(String path, byte[] body) {
    return answering(
        () ->
            path.equals("/api/publish") ? Answer.json(publisher.publish(draft(body))) : notFound());
  }

  static Answer notFound() {
    return Answer.problem(NOT_FOUND, "There is no such page.");
  }

  private RecordReader.Read records(Query query) {
    String topic = query.text("topic");
    Optional<Map<Integer, Long>> after = query.offsets("after");
    Optional<Map<Integer, Long>> before = query.offsets("before");
    if (after.isPresent()) {
      return records.after(topic, after.get());
    }
    return before.isPresent()
        ? records.before(topic, before.get())
        : records.newest(topic, query.number("partition"));
  }

  /** One search at a time: whoever begins another one does not want the last one any more. */
  private Found search(Query query) {
    String topic = query.text("topic");
    Search search = new Search(query.text("user"));
    Optional.ofNullable(running.getAndSet(search)).ifPresent(Search::stop);
    Map<Integer, Span> extent = new Extent(clients.admin()).of(topic);
    try (Consumer<byte[], byte @Nullable []> reader = clients.newReader()) {
      return search.through(reader, topic, extent);
    } finally {
      running.compareAndSet(search, null);
    }
  }

  private static Draft draft(byte[] body) {
    try {
      return Objects.requireNonNullElseGet(
          JSON.readValue(body, Draft.class), () -> new Draft(null, null, null, null));
    } catch (JsonProcessingException e) {
      throw new BadRequest("The body is not a record to publish.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answering(Supplier<Answer> work) {
    try {
      return work.get();
    } catch (BadRequest e) {
      return Answer.problem(BAD_REQUEST, e.sentence());
    } catch (RecordTooLargeException e) {
      return Answer.problem(BAD_REQUEST, "Kafka does not take a record of this size.");
    } catch (RetriableException e) {
      return problem("Kafka does not answer: ", e);
    } catch (KafkaException e) {
      return problem("Kafka refused: ", e);
    }
  }

  private static Answer problem(String what, KafkaException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Answer.problem(UNAVAILABLE, FullStop.after(what + reason));
  }

  @Override
  public void close() {
    clients.close();
  }
}
