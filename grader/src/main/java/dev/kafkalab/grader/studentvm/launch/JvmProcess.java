package dev.kafkalab.grader.studentvm.launch;

import dev.kafkalab.grader.isolation.Cell;
import dev.kafkalab.grader.isolation.Inmate;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Forks a student's JVM with the same heap and environment on every machine, in a {@link Place}.
 */
public final class JvmProcess {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx160m",
          "-Xss1m",
          "-XX:MaxMetaspaceSize=128m",
          "-XX:+UseSerialGC",
          // These JVMs live for a second: the second compiler would cost more than it saves.
          "-XX:TieredStopAtLevel=1",
          // Compile only what is really hot, for the same reason.
          "-XX:Tier3InvocationThreshold=2000",
          "-XX:Tier3MinInvocationThreshold=1000",
          "-XX:Tier3CompileThreshold=4000",
          "-XX:Tier3BackEdgeThreshold=60000",
          // Nor compile what is called by reflection, at its sixteenth call.
          "-Dsun.reflect.inflationThreshold=10000",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisableAttachMechanism",
          "-Xshare:auto",
          // Archives where they were written for: to move them takes a third of a JVM's start, and
          // makes addresses hard to guess, for attacks that no JVM of a second is there for.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-Djavax.management.builder.initial=dev.kafkalab.grader.child.KafkaBeans",
          "-Xlog:disable", // an archive that does not fit is no news for a student
          "-Djava.awt.headless=true");

  /** Later Javas warn of what Kafka's libraries do, on the student's stderr. */
  private static final List<String> SILENCE =
      Runtime.version().feature() >= 24
          ? List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
          : List.of();

  private JvmProcess() {}

  /**
   * Forks a JVM.
   *
   * @param cell where it runs
   * @param main which class of the grader's child side serves there: by name, for the grader has no
   *     use for it, it only runs over there
   */
  public static Inmate start(StudentJvmSettings settings, Cell cell, String main) {
    Map<String, String> environment =
        Map.of(
            // Without a locale a JVM finds no file whose path has more than ASCII.
            "LANG",
            "C.UTF-8",
            "HOME",
            cell.home().toString(),
            "PATH",
            "/usr/local/bin:/usr/bin:/bin");
    try {
      return cell.start(command(settings, cell, main), readable(settings), environment);
    } catch (IOException e) {
      throw new UncheckedIOException("A JVM for the student's code could not be started", e);
    }
  }

  private static List<Path> readable(StudentJvmSettings settings) {
    List<Path> readable = new ArrayList<>(settings.classPath());
    Stream.ofNullable(StartupArchive.of(settings.classPath())).forEach(readable::add);
    readable.add(settings.confinement().shared());
    return readable;
  }

  private static List<String> command(StudentJvmSettings settings, Cell cell, String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(SILENCE);
    command.addAll(settings.place().options());
    Path archive = StartupArchive.of(settings.classPath());
    if (archive != null) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.add("-Djava.io.tmpdir=" + cell.temporary());
    command.add("-Duser.home=" + cell.home());
    command.add("-XX:ErrorFile=" + cell.home().resolve("crash.log"));
    if (settings.debug()) {
      command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:5005");
    }
    command.add("-cp");
    command.add(join(settings.classPath()));
    command.add("dev.kafkalab.grader.child." + main);
    command.addAll(cell.portArguments());
    return command;
  }

  /** Returns the command for a JVM without student's code that archives the classes it loads. */
  static List<String> archiving(
      List<Path> jars, Path archive, String bootstrapServers, String topic) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(SILENCE);
    command.addAll(Place.drawnFrom(0).options());
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    command.add("-cp");
    command.add(join(jars));
    command.add("dev.kafkalab.grader.child.ArchiveMain");
    command.add(bootstrapServers);
    command.add(topic);
    return command;
  }

  private static String join(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
