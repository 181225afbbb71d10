package dev.kafkalab.grader.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.attack.AttackFile.Attack;
import dev.kafkalab.grader.attack.AttackFile.Defence;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.isolation.Confinement;
import dev.kafkalab.grader.isolation.Enclosed;
import dev.kafkalab.grader.isolation.Isolation;
import dev.kafkalab.grader.isolation.IsolationUnavailable;
import dev.kafkalab.grader.proof.Brief;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.StudentParts;
import dev.kafkalab.grader.studentvm.launch.ChildClassPath;
import dev.kafkalab.grader.studentvm.launch.Place;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.tap.Ports;
import dev.kafkalab.grader.tap.Tap;
import dev.kafkalab.grader.tap.fence.Fence;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks of {@code zoo/attacks}: each succeeds without its defence, and gains nothing with it.
 *
 * <p>Where no sandbox works, the attacks that it holds are not tried, and that is said loudly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackIT {

  private static final Duration CALL = Duration.ofSeconds(30);

  /** Its name is in the report of each test. */
  private static final long SEED = Long.getLong("seed", GradingRequest.newSeed());

  private static final Duration LATER = Duration.ofSeconds(5);

  /** A brief proof tries one of so many attacks, and one of so many of these in a container. */
  private static final int ONE_OF = 4;

  /** What these gain is seen only when their JVM has ended, or is too much for others in it. */
  private static final Set<String> ALONE = Set.of("orphan", "changed-later", "alone");

  private final List<AttackFile> files = new ArrayList<>();
  private final Map<String, StudentJvm> shared = new LinkedHashMap<>();
  private Targets targets;
  private int uses;
  private Path classes;
  private Path folder;
  private Confinement process;
  private final List<Confinement> enclosures = new ArrayList<>();

  @BeforeAll
  void prepare(@TempDir Path temporary) throws Exception {
    files.addAll(AttackFile.all());
    folder = temporary;
    Map<String, Attack> all = new LinkedHashMap<>();
    files.forEach(file -> all.putAll(file.attacks()));
    classes = AttackHost.compile(Files.createDirectories(folder.resolve("attacks")), all);
    targets =
        new Targets(
            beside(Path.of("target").toAbsolutePath()),
            folder.resolve("broker"),
            folder.resolve("socket"),
            classes);
    process = Confinement.process(Files.createDirectories(folder.resolve("process")));
    enclose("sandbox", Enclosed::inSandbox);
    enclose("container", Enclosed::inContainers);
  }

  private void enclose(String name, BiFunction<Path, List<Path>, Confinement> prepare)
      throws IOException {
    try {
      enclosures.add(prepare.apply(Files.createDirectories(folder.resolve(name)), List.of()));
    } catch (IsolationUnavailable e) {
      if ("required".equals(System.getProperty("proof." + name))) {
        throw e;
      }
      System.err.println(
          "ATTACKS ON THE " + name.toUpperCase(Locale.ROOT) + " ARE NOT TRIED: " + e.getMessage());
    }
  }

  /** Elsewhere than the temporary folder, which is another one in the sandbox. */
  private static Path beside(Path target) throws IOException {
    return Files.createTempDirectory(target, "attacks");
  }

  @AfterAll
  void end() throws Exception {
    endShared();
    targets.close();
  }

  @TestFactory
  Stream<DynamicNode> attacks() {
    return files.stream()
        .filter(file -> file.heldBy() == Defence.FENCE || !enclosures.isEmpty())
        .map(
            file ->
                dynamicContainer(
                    file.promise() + " Seed " + SEED,
                    drawn(file).stream()
                        .flatMap(each -> tests(file.heldBy(), each.getKey(), each.getValue()))));
  }

  /** All of them, or a quarter where proofs are to be brief: another run draws others. */
  private static List<Map.Entry<String, Attack>> drawn(AttackFile file) {
    List<Map.Entry<String, Attack>> all = new ArrayList<>(file.attacks().entrySet());
    if (!Brief.IS_WANTED) {
      return all;
    }
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, (all.size() + ONE_OF - 1) / ONE_OF);
  }

  private Stream<DynamicNode> tests(Defence defence, String id, Attack attack) {
    boolean byFence = defence == Defence.FENCE;
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(
        dynamicTest(
            id + " succeeds without the " + defence.name().toLowerCase(Locale.ROOT),
            () ->
                assertThat(tried(process, false, defence, id, attack))
                    .as("%s without a defence, seed %d", id, SEED)
                    .isEqualTo("success")));
    for (Confinement defended : byFence ? List.of(process) : tried(id)) {
      tests.add(
          dynamicTest(
              id + " gains nothing in a " + defended.isolation().word(),
              () ->
                  assertThat(tried(defended, true, defence, id, attack))
                      .as("%s in a %s, seed %d", id, defended.isolation().word(), SEED)
                      .isEqualTo("nothing is gained")));
    }
    return tests.stream();
  }

  /** Returns where an attack is tried; to begin a container takes long, so briefly there in few. */
  private List<Confinement> tried(String id) {
    return enclosures.stream()
        .filter(
            each ->
                each.isolation() != Isolation.CONTAINER
                    || !Brief.IS_WANTED
                    || new Random(SEED ^ id.hashCode()).nextInt(ONE_OF) == 0)
        .toList();
  }

  private String tried(
      Confinement confinement, boolean defended, Defence defence, String id, Attack attack)
      throws Exception {
    boolean byFence = defence == Defence.FENCE;
    boolean fenced = defended && byFence;
    boolean alone = ALONE.contains(attack.gain());
    StudentJvm jvm = alone ? start(confinement) : sharedJvm(confinement);
    try (Targets.One target = targets.next(byFence);
        Tap tap = tap(jvm, fenced)) {
      int reached = targets.reached();
      Map<String, String> arguments = target.arguments(tap.address());
      String tag = tagOf(target);
      boolean isServed = attack(jvm, id, tag, arguments);
      if (alone) {
        jvm.close();
      }
      boolean gained = isGained(attack, defended, jvm, target, reached, isServed);
      return gained ? "success" : defended ? "nothing is gained" : "nothing: " + told(jvm, tag);
    }
  }

  private boolean isGained(
      Attack attack,
      boolean defended,
      StudentJvm jvm,
      Targets.One target,
      int reached,
      boolean isServed)
      throws Exception {
    String tag = tagOf(target);
    return switch (attack.gain()) {
      case "told", "alone" -> hasTold(jvm, tag);
      case "changed" -> target.filesHaveChanged();
      case "appeared" -> target.somethingAppeared();
      case "killed" -> comes(!defended, () -> !target.neighbour.isAlive());
      case "stopped" -> comes(!defended, () -> stat(target, 2).equals("T"));
      case "slowed" -> stat(target, 18).equals("19");
      case "limited" -> limits(target).contains("7                    7");
      case "orphan" -> target.orphan().isPresent();
      case "changed-later" ->
          target.orphan().isPresent() || comes(!defended, target::filesHaveChanged);
      case "reached" -> comes(!defended, () -> targets.reached() > reached);
      case "serves" -> isServed && hasTold(jvm, tag);
      case "topic-changed" -> target.topicHasChanged();
      case "group-changed" -> target.groupHasChanged();
      default -> throw new IllegalArgumentException(attack.gain());
    };
  }

  private static String tagOf(Targets.One target) {
    return "attack-" + target.number;
  }

  /** Returns what an attack said of itself. */
  private static String told(StudentJvm jvm, String tag) {
    return jvm.output().stream().filter(line -> line.contains(tag)).toList() + " " + jvm.end();
  }

  /** What is expected may take a moment; what is not expected is looked for at once. */
  private static boolean comes(boolean expected, Callable<Boolean> condition) throws Exception {
    if (!expected) {
      return condition.call();
    }
    Awaitility.await().atMost(LATER).until(condition);
    return true;
  }

  /** Each attack takes a port of it, and it has so many. */
  private StudentJvm sharedJvm(Confinement confinement) {
    if (uses++ % (Ports.MOST / 2) == 0) {
      endShared();
    }
    return shared.compute(
        confinement.isolation().word(),
        (word, jvm) -> jvm == null || jvm.end().isPresent() ? start(confinement) : jvm);
  }

  private void endShared() {
    shared.values().forEach(StudentJvm::close);
    shared.clear();
  }

  private StudentJvm start(Confinement confinement) {
    List<Path> classPath = new ArrayList<>(ChildClassPath.forRunning(folder.toAbsolutePath()));
    classPath.add(classes.toAbsolutePath());
    return StudentJvm.start(
        new StudentJvmSettings(classPath, confinement, Place.drawnFrom(1), false));
  }

  private Tap tap(StudentJvm jvm, boolean fenced) {
    Ports ports = jvm.ports();
    return fenced
        ? Tap.inFrontOf(
            targets.broker.bootstrapServers(),
            ports,
            new Fence(name -> !name.startsWith("foreign")))
        : Tap.inFrontOf(targets.broker.bootstrapServers(), ports);
  }

  /** Attacks, and connects to its port meanwhile. */
  private static boolean attack(
      StudentJvm jvm, String id, String tag, Map<String, String> arguments) {
    LabSettings settings = new LabSettings("t", tag, AttackHost.className(id), arguments, null);
    StudentParts parts = new StudentParts(jvm, settings, CALL);
    int port = Integer.parseInt(arguments.get("target.free-port"));
    Thread client = Daemon.start("client", () -> connectUntilInterrupted(port));
    try {
      parts.openTopicSetup();
      parts.createTopic();
      Awaitility.await(id)
          .atMost(CALL)
          .until(
              () ->
                  jvm.end().isPresent()
                      || jvm.output().stream().anyMatch(line -> line.equals("DONE " + tag)));
    } catch (StudentFailure e) {
      return false; // its JVM was ended, or it hangs
    } finally {
      client.interrupt();
    }
    return true;
  }

  private static void connectUntilInterrupted(int port) {
    while (!Thread.interrupted()) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.onSpinWait(); // nobody listens yet
      }
    }
  }

  private boolean hasTold(StudentJvm jvm, String tag) {
    return jvm.output().stream()
        .anyMatch(
            line ->
                line.equals("CLAIM " + tag)
                    || (line.startsWith("TOLD " + tag + " ") && line.contains(targets.canary)));
  }

  private static String stat(Targets.One target, int field) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + target.neighbour.pid() + "/stat"));
    return stat.split(" ", -1)[field];
  }

  private static String limits(Targets.One target) throws IOException {
    return Files.readString(Path.of("/proc/" + target.neighbour.pid() + "/limits"));
  }
}
