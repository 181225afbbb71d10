package dev.kafkalab.grader.studentvm.launch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.studentvm.recorder.WovenClients;
import dev.kafkalab.grader.wire.Wire;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/**
 * Lists what a student's code may use, and packs what stands beside it: nothing else of the grader
 * is there to be found.
 */
public final class ChildClassPath {

  /** Kafka's compression codecs, which its clients load only when a setting asks for them. */
  private static final List<String> CODECS =
      List.of(
          "com.github.luben.zstd.Zstd", "net.jpountz.lz4.LZ4Factory", "org.xerial.snappy.Snappy");

  private ChildClassPath() {}

  /**
   * Returns what a submission is compiled against: the lab's interfaces and the libraries that the
   * lab allows.
   */
  public static List<Path> forSubmissions() {
    return Stream.of(
            UserEvent.class,
            KafkaConsumer.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            LoggerFactory.class,
            NullMarked.class)
        .map(ChildClassPath::homeOf)
        .toList();
  }

  /**
   * Returns what the lab's programs run with outside the grader, without the submission's classes.
   */
  public static List<Path> forPrograms() {
    Stream<Path> quietly = Stream.of(homeOf(NOPServiceProvider.class));
    Stream<Path> codecs = CODECS.stream().flatMap(name -> homeOf(name).stream());
    return Stream.of(forSubmissions().stream(), quietly, codecs)
        .flatMap(path -> path)
        .distinct()
        .toList();
  }

  /**
   * Returns what a student's JVM runs with, without the submission's own classes, which come last
   * so that they shadow nothing.
   *
   * <p>Jars come first, as a {@link StartupArchive} wants them. Of those the {@link WovenClients}
   * are the first, before the clients that they stand for, and the grader's child side is the last.
   *
   * @param fallback where the child side is packed if it cannot be kept beside the grader
   */
  public static List<Path> forRunning(Path fallback) {
    List<Path> libraries = forPrograms();
    byte[] child = ChildJar.bytes(homeOf(Wire.class));
    KeptJars jars =
        new KeptJars(homeOf(ChildClassPath.class), fingerprint(libraries, child), fallback);
    List<Path> classPath = new ArrayList<>();
    classPath.add(jars.jar("woven-clients.jar", () -> ClassJar.of(WovenClients.classes())));
    classPath.addAll(libraries.stream().filter(Files::isRegularFile).toList());
    classPath.add(jars.jar("child.jar", () -> child));
    classPath.addAll(libraries.stream().filter(Files::isDirectory).toList());
    return classPath;
  }

  private static String fingerprint(List<Path> libraries, byte[] child) {
    List<Path> all = new ArrayList<>(libraries);
    all.add(homeOf(ByteBuddy.class));
    return KeptJars.fingerprint(all, child, WovenClients.fingerprint());
  }

  private static Optional<Path> homeOf(String className) {
    try {
      return Optional.of(
          homeOf(Class.forName(className, false, ChildClassPath.class.getClassLoader())));
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // a codec that this Kafka does not bring
    }
  }

  private static Path homeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
