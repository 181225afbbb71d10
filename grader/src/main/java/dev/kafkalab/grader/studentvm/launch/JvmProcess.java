package dev.kafkalab.grader.studentvm.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Forks a student's JVM with the same heap and environment on every machine, in a {@link Place}.
 */
public final class JvmProcess {

  /**
   * The environment variable that every process of a student's JVM carries: systemd gives one to
   * each service, so it tells nobody of a grader.
   */
  public static final String MARKER = "INVOCATION_ID";

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
          "-Xshare:auto",
          // Archives where they were written for: to move them takes a third of a JVM's start, and
          // makes addresses hard to guess, for attacks that no JVM of a second is there for.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          "-Djavax.management.builder.initial=dev.kafkalab.grader.child.KafkaBeans",
          "-Xlog:disable", // an archive that does not fit is no news for a student
          "-Djava.awt.headless=true");

  private JvmProcess() {}

  /**
   * Forks a JVM.
   *
   * @param main which class of the grader's child side serves there: by name, for the grader has no
   *     use for it, it only runs over there
   */
  public static Process start(StudentJvmSettings settings, String id, String main) {
    try {
      Path home = Files.createDirectories(settings.folder().resolve("home-" + id));
      Path work = Files.createDirectories(home.resolve("work"));
      Path temporary = Files.createDirectories(home.resolve("tmp"));
      ProcessBuilder builder = new ProcessBuilder(command(settings, home, temporary, main));
      builder.directory(work.toFile());
      Map<String, String> environment = builder.environment();
      String systemRoot = environment.get("SystemRoot"); // Windows opens no socket without it
      environment.clear();
      if (systemRoot != null) {
        environment.put("SystemRoot", systemRoot);
      }
      // Without a locale a JVM finds no file whose path has more than ASCII.
      environment.put("LANG", "C.UTF-8");
      environment.put("HOME", home.toString());
      environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
      environment.put(MARKER, id);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("A JVM for the student's code could not be started", e);
    }
  }

  private static List<String> command(
      StudentJvmSettings settings, Path home, Path temporary, String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(settings.place().options());
    Path archive = StartupArchive.of(settings.classPath());
    if (archive != null) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Duser.home=" + home);
    command.add("-XX:ErrorFile=" + home.resolve("crash.log"));
    if (settings.debug()) {
      command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:5005");
    }
    command.add("-cp");
    command.add(join(settings.classPath()));
    command.add("dev.kafkalab.grader.child." + main);
    return command;
  }

  /** Returns the command for a JVM without student's code that archives the classes it loads. */
  static List<String> archiving(
      List<Path> jars, Path archive, String bootstrapServers, String topic) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
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
