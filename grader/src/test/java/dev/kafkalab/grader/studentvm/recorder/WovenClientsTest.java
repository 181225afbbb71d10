package dev.kafkalab.grader.studentvm.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.wire.Note;
import dev.kafkalab.grader.wire.Wire;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WovenClientsTest {

  private static final String CHILD = "dev.kafkalab.grader.child.";
  private static final String STUDENT = "dev.kafkalab.student.RecordedStudent";
  private static final Map<String, Object> CLASSIC =
      Map.of("bootstrap.servers", "localhost:1", "group.protocol", "classic");

  private static Map<String, byte[]> woven = Map.of();

  private final ClassLoader loader = new WovenLoader(woven);

  @BeforeAll
  static void weave() {
    woven = WovenClients.classes();
  }

  @Test
  void aConsumersEffectiveSettingsAndTheLineThatMadeItAreNoted() throws Exception {
    ClientNotes notes = record("consume");

    assertThat(notes.producers()).isEmpty();
    assertThat(notes.consumers()).hasSize(1);
    ClientMade made = notes.consumers().get(0);
    assertThat(made.at()).hasToString("RecordedStudent.java:" + lineOf(made));
    assertThat(made.settings())
        .containsEntry("group.id", "readers")
        .containsEntry("enable.auto.commit", "false")
        .containsEntry("auto.offset.reset", "latest")
        .containsEntry("heartbeat.interval.ms", "500")
        .doesNotContainKey("group.instance.id");
    assertThat(notes.calls()).allMatch(call -> call.client() == made.client());
  }

  @Test
  void aConsumersCallsAreNotedOnceEachAndAlinesPollsOnce() throws Exception {
    ClientNotes notes = record("consume");

    assertThat(notes.calls())
        .extracting(ClientCall::api)
        .containsExactly(
            Api.ASSIGN, Api.POLL, Api.COMMIT_ASYNC, Api.COMMIT_ASYNC, Api.WAKEUP, Api.CLOSE);
    assertThat(notes.calls())
        .extracting(ClientCall::detail)
        .contains(
            new Poll(List.of()),
            new Commit(false, List.of(new Offset("user-events", 2, 7))),
            new Commit(true, List.of()));
  }

  @Test
  void aMethodThatAThreadOfTheJdkRunsHasNoLine() throws Exception {
    ClientNotes notes = record("consume");

    assertThat(notes.calls())
        .extracting(ClientCall::api, call -> call.at() == null)
        .contains(tuple(Api.WAKEUP, true), tuple(Api.CLOSE, false), tuple(Api.POLL, false));
  }

  @Test
  void aProducersCallsAreNotedWithWhetherThereIsAKey() throws Exception {
    ClientNotes notes = record("produce");

    assertThat(notes.producers()).hasSize(1);
    assertThat(notes.producers().get(0).settings())
        .containsEntry("acks", "-1")
        .containsEntry("enable.idempotence", "true")
        .containsEntry("compression.type", "none");
    assertThat(notes.calls()).extracting(ClientCall::api).containsExactly(Api.SEND, Api.CLOSE);
    assertThat(notes.calls().get(0).detail()).isEqualTo(new Send("user-events", 1, false));
  }

  @Test
  void withoutARecorderTheClientsDoTheSame() {
    assertThatCode(() -> run("consume")).doesNotThrowAnyException();
    assertThatCode(() -> run("produce")).doesNotThrowAnyException();
  }

  @Test
  void aPipeThatFailsIsNoFailureOfTheClients() throws Exception {
    install(null);

    assertThatCode(() -> run("consume")).doesNotThrowAnyException();
  }

  @Test
  void aHeartbeatOfTheClassicProtocolThatNobodySetIsShort() throws Exception {
    assertThat(heartbeat(CLASSIC)).isEqualTo(500);
  }

  @Test
  void theStudentsOwnHeartbeatWins() throws Exception {
    assertThat(heartbeat(with(CLASSIC, "heartbeat.interval.ms", 3000))).isEqualTo(3000);
  }

  @Test
  void aSessionTooShortForKafkasOwnHeartbeatStaysSo() throws Exception {
    assertThat(heartbeat(with(CLASSIC, "session.timeout.ms", 2000))).isEqualTo(3000);
  }

  @Test
  void theConsumerProtocolIsLeftAlone() throws Exception {
    assertThat(heartbeat(with(CLASSIC, "group.protocol", "consumer"))).isEqualTo(3000);
  }

  @Test
  void whatIsForJmxDoesNotMakeThePlatformsServer() throws Exception {
    ObjectName name = new ObjectName("kafka.woven:type=app-info,id=one");
    Class<?> metrics = loader.loadClass("org.apache.kafka.common.metrics.Metrics");

    loader
        .loadClass("org.apache.kafka.common.utils.internals.AppInfoParser")
        .getMethod("registerAppInfo", String.class, String.class, metrics, long.class)
        .invoke(null, "kafka.woven", "one", metrics.getConstructor().newInstance(), 0L);

    Object waits =
        loader
            .loadClass(CHILD + "KafkaBeans")
            .getMethod("isRegistered", MBeanServer.class, ObjectName.class)
            .invoke(null, null, name);
    assertThat(waits).isEqualTo(true);
    assertThat(ManagementFactory.getPlatformMBeanServer().isRegistered(name)).isFalse();
  }

  private ClientNotes record(String call) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    install(out);
    run(call);
    ClientLog log = new ClientLog();
    long sequence = 0;
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      Note note = (Note) Wire.readFromChild(bytes, 0, bytes.length);
      log.take(Objects.requireNonNull(note), ++sequence, 0);
    }
    return log.notes();
  }

  /** Kafka loads the classes that its settings name by the thread's own loader. */
  private void run(String call) throws ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      loader.loadClass(STUDENT).getMethod(call).invoke(null);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Installs the recorder of this test's loader; one that has no pipe fails at each note. */
  private void install(OutputStream out) throws ReflectiveOperationException {
    Class<?> pipe = loader.loadClass(CHILD + "GraderPipe");
    Constructor<?> makePipe =
        pipe.getDeclaredConstructor(BufferedReader.class, OutputStream.class, String.class);
    makePipe.setAccessible(true);
    Method install = loader.loadClass(CHILD + "Recorder").getDeclaredMethod("install", pipe);
    install.setAccessible(true);
    BufferedReader nothing = new BufferedReader(Reader.nullReader());
    install.invoke(null, out == null ? null : makePipe.newInstance(nothing, out, ""));
  }

  private Object heartbeat(Map<String, Object> settings) throws ReflectiveOperationException {
    Object config =
        loader
            .loadClass("org.apache.kafka.clients.consumer.ConsumerConfig")
            .getConstructor(Map.class)
            .newInstance(
                with(
                    with(settings, "key.deserializer", deserializer()),
                    "value.deserializer",
                    deserializer()));
    return config
        .getClass()
        .getMethod("getInt", String.class)
        .invoke(config, "heartbeat.interval.ms");
  }

  private Class<?> deserializer() throws ClassNotFoundException {
    return loader.loadClass("org.apache.kafka.common.serialization.StringDeserializer");
  }

  private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
    Map<String, Object> more = new HashMap<>(settings);
    more.put(name, value);
    return more;
  }

  private static int lineOf(ClientMade made) {
    return made.at() == null ? 0 : made.at().line();
  }
}
