package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/**
 * Lists what a student's code may use, and packs what stands beside it: nothing else of the grader
 * is there to be found.
 */
public final class ChildClassPath {

  private static final List<String> BESIDE_THE_STUDENT =
      List.of(
          "AskingHandler",
          "Calls",
          "ChildMain",
          "EventJson",
          "Frames",
          "Parts",
          "TellingListener",
          "WarmUp",
          "Wire");

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
   * Returns what a student's JVM runs with, without the submission's own classes, which come last
   * so that they shadow nothing.
   *
   * @param folder where the grader's child side is packed
   */
  public static List<Path> forRunning(Path folder) {
    Stream<Path> quietly = Stream.of(homeOf(NOPServiceProvider.class));
    Stream<Path> codecs = CODECS.stream().flatMap(name -> homeOf(name).stream());
    return Stream.of(forSubmissions().stream(), quietly, codecs, Stream.of(packChild(folder)))
        .flatMap(path -> path)
        .distinct()
        .toList();
  }

  private static Path packChild(Path folder) {
    Path jar = folder.resolve("child.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String name : BESIDE_THE_STUDENT) {
        String entry = "dev/kafkalab/grader/studentvm/child/" + name + ".class";
        try (InputStream bytes = ChildClassPath.class.getClassLoader().getResourceAsStream(entry)) {
          if (bytes == null) {
            throw new IllegalStateException("The grader's own class is missing: " + entry);
          }
          out.putNextEntry(new JarEntry(entry));
          bytes.transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
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
