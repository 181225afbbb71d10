package dev.kafkalab.grader.studentvm.recorder;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.AsmVisitorWrapper.ForDeclaredMethods;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassWriter;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.utils.internals.AppInfoParser;

/**
 * Weaves Kafka's clients, so that the calls of the student's code are noted.
 *
 * <p>The woven classes come before Kafka's own jar on the class path of each student's JVM. They
 * are woven once for each build: an agent would cost every JVM 300 ms.
 */
public final class WovenClients {

  private static final String[] CONSUMER_CALLS = {
    "subscribe",
    "unsubscribe",
    "assign",
    "seek",
    "seekToBeginning",
    "seekToEnd",
    "poll",
    "commitSync",
    "commitAsync",
    "wakeup",
    "close"
  };

  private static final String[] PRODUCER_CALLS = {"send", "flush", "close"};

  private WovenClients() {}

  /** Returns what decides how the classes are woven, besides Kafka's and Byte Buddy's jars. */
  public static byte[] fingerprint() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Class<?> type : List.of(WovenClients.class, Hook.class)) {
      for (Class<?> part : type.getNestMembers()) {
        bytes.writeBytes(read(pathOf(part)));
      }
    }
    return bytes.toByteArray();
  }

  /** Returns the woven classes by their paths. */
  public static Map<String, byte[]> classes() {
    Map<String, byte[]> classes = new TreeMap<>();
    weave(classes, KafkaConsumer.class, consumer());
    weave(classes, KafkaProducer.class, producer());
    weave(classes, ConsumerConfig.class, config());
    weave(classes, ProducerConfig.class, config());
    weave(classes, AdminClientConfig.class, config());
    weave(classes, JmxReporter.class, beans());
    weave(classes, AppInfoParser.class, beans());
    return classes;
  }

  /** Every public constructor ends in the one that takes a parsed configuration first. */
  private static ForDeclaredMethods consumer() {
    return hooks()
        .invokable(isPublic().and(namedOneOf(CONSUMER_CALLS)), Hook.CALLED)
        .invokable(isPublic().and(named("poll")), Hook.POLLED)
        .constructor(isConstructor().and(takesArgument(0, ConsumerConfig.class)), Hook.MADE);
  }

  private static ForDeclaredMethods producer() {
    return hooks()
        .invokable(isPublic().and(namedOneOf(PRODUCER_CALLS)), Hook.CALLED)
        .constructor(isConstructor().and(takesArgument(0, ProducerConfig.class)), Hook.MADE);
  }

  private static ForDeclaredMethods config() {
    return hooks().method(named("postProcessParsedConfig"), Hook.DEFAULTS);
  }

  private static ForDeclaredMethods beans() {
    return hooks().method(any(), Hook.BEANS);
  }

  private static ForDeclaredMethods hooks() {
    return new ForDeclaredMethods().writerFlags(ClassWriter.COMPUTE_MAXS);
  }

  private static void weave(
      Map<String, byte[]> classes, Class<?> type, AsmVisitorWrapper instructions) {
    try (ClassFileLocator locator = ClassFileLocator.ForClassLoader.of(type.getClassLoader());
        var woven = new ByteBuddy().redefine(type, locator).visit(instructions).make()) {
      classes.put(pathOf(type), woven.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka's clients could not be woven", e);
    }
  }

  private static String pathOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  /** Returns a class of the grader's own. */
  private static byte[] read(String path) {
    try (InputStream in = WovenClients.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The grader's own class is missing: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
