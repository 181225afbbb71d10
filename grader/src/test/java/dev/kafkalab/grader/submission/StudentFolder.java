package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.LabFactory;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.submission.PreparedSubmission.Refused;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;

/** A student's folder, written by a test, beside a working folder of the grader's. */
public record StudentFolder(Path folder, Path workDir) {

  public static final String LAB = "src/main/java/dev/kafkalab/lab/";

  /** The least that the lab can use: all parts in one file. */
  public static final String FACTORY =
      """
      package dev.kafkalab.lab;

      import dev.kafkalab.api.*;
      import java.math.BigDecimal;
      import java.util.*;

      public class KafkaLabFactory implements LabFactory {
        public TopicSetup topicSetup(LabSettings settings) {
          return () -> {};
        }

        public UserEventProducer producer(LabSettings settings, DeliveryListener listener) {
          return new Producer();
        }

        public UserEventConsumer consumer(LabSettings settings, UserEventHandler handler) {
          return new Consumer();
        }

        public UserActivity userActivity() {
          return new Activity();
        }

        static class Producer implements UserEventProducer {
          public boolean send(UserEvent event) { return false; }
          public void close() {}
        }

        static class Consumer implements UserEventConsumer {
          public void run() {}
          public void stop() {}
        }

        static class Activity implements UserActivity {
          public void onLogin(UserEvent event) {}
          public void onPurchase(UserEvent event) {}
          public void onLogout(UserEvent event) {}
          public void onOther(UserEvent event) {}
          public Set<String> onlineUsers() { return Set.of(); }
          public Map<String, Integer> loginsByUser() { return Map.of(); }
          public Map<String, BigDecimal> revenueByUser() { return Map.of(); }
        }
      }
      """;

  public static StudentFolder in(Path temporary) {
    return new StudentFolder(temporary.resolve("anna"), temporary.resolve("work"));
  }

  public static List<Path> labClassPath() {
    return Stream.of(
            LabFactory.class,
            KafkaProducer.class,
            ObjectMapper.class,
            JsonParser.class,
            JsonProperty.class)
        .map(StudentFolder::whereFrom)
        .toList();
  }

  public static Path whereFrom(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public StudentFolder withFactory() throws IOException {
    return with(LAB + "KafkaLabFactory.java", FACTORY);
  }

  public StudentFolder with(String name, String text) throws IOException {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public StudentFolder with(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Adds a class to the package of the lab, with these lines in its body from line 4 on. */
  public StudentFolder withClass(String name, String body) throws IOException {
    return with(
        LAB + name + ".java",
        "package dev.kafkalab.lab;\n\npublic class " + name + " {\n" + body + "\n}\n");
  }

  public StudentFolder withLink(String name, Path target) throws IOException {
    Path link = folder.resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
    return this;
  }

  public PreparedSubmission prepare() {
    return new SubmissionCompiler(labClassPath(), CompilerLimits.USUAL).prepare(folder, workDir);
  }

  public Ready ready() {
    PreparedSubmission preparation = prepare();
    assertThat(preparation).isInstanceOf(Ready.class);
    return (Ready) preparation;
  }

  public List<Feedback> problems() {
    PreparedSubmission preparation = prepare();
    assertThat(preparation).isInstanceOf(Refused.class);
    return ((Refused) preparation).problems();
  }

  public Feedback onlyProblem() {
    List<Feedback> problems = problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
