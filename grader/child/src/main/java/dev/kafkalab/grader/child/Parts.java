package dev.kafkalab.grader.child;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventProducer;
import dev.kafkalab.grader.wire.PartType;
import dev.kafkalab.grader.wire.ToChild.Open;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds the parts of the student's solution that the grader asked for, by the grader's name for
 * each.
 */
final class Parts {

  private final GraderPipe pipe;
  private final Questions questions;
  private final Map<String, Object> opened = new ConcurrentHashMap<>();

  /** A program has one, which makes all its parts. */
  private @Nullable LabFactory factory;

  Parts(GraderPipe pipe, Questions questions) {
    this.pipe = pipe;
    this.questions = questions;
  }

  void open(Open request) throws ReflectiveOperationException {
    if (request.type() == PartType.PRODUCER) {
      useOtherDigits();
    }
    LabFactory factory = factory();
    LabSettings lab = request.settings().settings();
    String part = request.part();
    Object made =
        switch (request.type()) {
          case TOPIC -> factory.topicSetup(lab);
          case PRODUCER -> factory.producer(lab, new TellingListener(pipe, part));
          case ACTIVITY -> factory.userActivity();
          case CONSUMER -> factory.consumer(lab, new AskingHandler(pipe, part, questions));
        };
    String type = request.type().name().toLowerCase(Locale.ROOT);
    opened.put(part, Objects.requireNonNull(made, "KafkaLabFactory returned null for the " + type));
  }

  /**
   * A number is written in the digits of the default locale by {@code String.format}. Only what
   * writes JSON is tried with that: a consumer may print to people as it likes.
   */
  private static void useOtherDigits() {
    Locale place = Locale.getDefault();
    Locale.setDefault(
        new Locale.Builder().setLocale(place).setUnicodeLocaleKeyword("nu", "arab").build());
  }

  TopicSetup topicSetup(String part) {
    return (TopicSetup) part(part);
  }

  UserEventProducer producer(String part) {
    return (UserEventProducer) part(part);
  }

  UserEventConsumer consumer(String part) {
    return (UserEventConsumer) part(part);
  }

  UserActivity activity(String part) {
    return (UserActivity) part(part);
  }

  private Object part(String part) {
    return Objects.requireNonNull(opened.get(part), part);
  }

  private synchronized LabFactory factory() throws ReflectiveOperationException {
    LabFactory made = factory;
    if (made == null) {
      made =
          Class.forName(LabFactory.IMPLEMENTATION)
              .asSubclass(LabFactory.class)
              .getDeclaredConstructor()
              .newInstance();
      factory = made;
    }
    return made;
  }
}
