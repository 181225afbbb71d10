package dev.kafkalab.grader.attack;

import dev.kafkalab.grader.resources.Compiling;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A submission whose topic setup attacks: a class for each attack, chosen by the group's id. */
final class AttackHost {

  private static final String BASE =
      """
      package dev.kafkalab.lab;

      %s

      abstract class Attack {

        LabSettings settings;

        abstract void attack() throws Exception;

        String arg(String name) {
          return settings.clientProperties().get("target." + name);
        }

        long number(String name) {
          return Long.parseLong(arg(name));
        }

        void told(String text) {
          System.err.println("TOLD " + settings.deadLetterTopic() + " " + text.replaceAll("[^ -~]", " "));
        }

        void claim(boolean success) {
          if (success) {
            System.err.println("CLAIM " + settings.deadLetterTopic());
          }
        }

        Path temporary() throws IOException {
          return Files.createTempDirectory("attack");
        }

        String run(String... command) throws Exception {
          Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
          String said = new String(process.getInputStream().readAllBytes());
          process.waitFor();
          return said;
        }

        void fill(Path folder, int mebibytes) throws IOException {
          for (int i = 0; i < mebibytes; i++) {
            Files.write(folder.resolve("filled-" + ProcessHandle.current().pid() + "-" + i), new byte[1 << 20]);
          }
        }

        Map<String, Object> client(String... more) {
          Map<String, Object> all = new HashMap<>();
          all.put("bootstrap.servers", arg("kafka"));
          all.put("default.api.timeout.ms", "5000");
          all.put("request.timeout.ms", "5000");
          for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
          }
          return all;
        }

        Admin admin() {
          return Admin.create(client());
        }

        KafkaProducer<byte[], byte[]> producer(String... more) {
          Map<String, Object> all = client(more);
          all.put("max.block.ms", "3000");
          all.put("delivery.timeout.ms", "6000");
          return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
        }

        KafkaConsumer<byte[], byte[]> consumer(String group, String... more) {
          Map<String, Object> all = client(more);
          all.put("group.id", group);
          all.put("auto.offset.reset", "earliest");
          all.put("exclude.internal.topics", "false");
          return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        String text(KafkaConsumer<byte[], byte[]> consumer) {
          StringBuilder text = new StringBuilder();
          long end = System.nanoTime() + 2_000_000_000L;
          boolean goesOn = true;
          while (System.nanoTime() < end && (goesOn || text.length() == 0)) {
            ConsumerRecords<byte[], byte[]> read = consumer.poll(Duration.ofMillis(200));
            goesOn = !read.isEmpty();
            for (ConsumerRecord<byte[], byte[]> each : read) {
              text.append(each.key() == null ? "" : new String(each.key()));
              text.append(each.value() == null ? "" : new String(each.value()));
            }
          }
          return text.toString();
        }
      }
      """;

  private static final String IMPORTS =
      """
      import dev.kafkalab.api.*;
      import java.io.*;
      import java.net.*;
      import java.nio.channels.*;
      import java.nio.charset.*;
      import java.nio.file.*;
      import java.nio.file.attribute.FileTime;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.CountDownLatch;
      import java.util.regex.Pattern;
      import java.util.stream.Stream;
      import org.apache.kafka.clients.admin.*;
      import org.apache.kafka.clients.consumer.*;
      import org.apache.kafka.clients.producer.*;
      import org.apache.kafka.common.*;
      import org.apache.kafka.common.config.ConfigResource;
      import org.apache.kafka.common.quota.*;
      import org.apache.kafka.common.serialization.*;
      """;

  private static final String FACTORY =
      """
      package dev.kafkalab.lab;

      import dev.kafkalab.api.*;

      public final class KafkaLabFactory implements LabFactory {

        public TopicSetup topicSetup(LabSettings settings) {
          return () -> {
            try {
              Attack attack =
                  (Attack) Class.forName("dev.kafkalab.lab." + settings.groupId()).getDeclaredConstructor().newInstance();
              attack.settings = settings;
              attack.attack();
            } catch (Throwable e) {
              System.err.println("THROWN " + settings.deadLetterTopic() + " " + String.valueOf(e).replaceAll("[^ -~]", " "));
            } finally {
              System.err.println("DONE " + settings.deadLetterTopic());
            }
          };
        }

        public UserEventProducer producer(LabSettings settings, DeliveryListener listener) {
          throw new UnsupportedOperationException();
        }

        public UserEventConsumer consumer(LabSettings settings, UserEventHandler handler) {
          throw new UnsupportedOperationException();
        }

        public UserActivity userActivity() {
          throw new UnsupportedOperationException();
        }
      }
      """;

  private AttackHost() {}

  /** Returns the name of an attack's class. */
  static String className(String attack) {
    return "A_" + attack.replace('-', '_');
  }

  /** Writes and compiles them all; returns the folder of their classes. */
  static Path compile(Path folder, Map<String, AttackFile.Attack> attacks) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/main/java/dev/kafkalab/lab"));
    Files.writeString(sources.resolve("KafkaLabFactory.java"), FACTORY);
    Files.writeString(sources.resolve("Attack.java"), BASE.formatted(IMPORTS));
    for (Map.Entry<String, AttackFile.Attack> each : attacks.entrySet()) {
      String name = className(each.getKey());
      String source =
          "package dev.kafkalab.lab;\n%s\nfinal class %s extends Attack {\n  void attack() throws Exception {\n%s\n  }\n}\n"
              .formatted(IMPORTS, name, each.getValue().code());
      Files.writeString(sources.resolve(name + ".java"), source);
    }
    PreparedSubmission prepared =
        Compiling.of(folder, attempt -> folder.resolve("classes")).once(1);
    if (prepared instanceof Ready ready) {
      return ready.classes();
    }
    throw new IllegalStateException(prepared.toString());
  }
}
