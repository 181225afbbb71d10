package dev.kafkalab.grader.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A change of a few words in one file of the reference.
 *
 * @param file the file's name
 * @param find what must be there, once
 * @param replace what stands there instead
 */
record Edit(String file, String find, String replace) implements Change {

  static Edit topic(String find, String replace) {
    return new Edit("KafkaTopicSetup.java", find, replace);
  }

  static Edit producer(String find, String replace) {
    return new Edit("KafkaUserEventProducer.java", find, replace);
  }

  static Edit consumer(String find, String replace) {
    return new Edit("KafkaUserEventConsumer.java", find, replace);
  }

  static Edit loop(String find, String replace) {
    return new Edit("EventLoop.java", find, replace);
  }

  static Edit dispatcher(String find, String replace) {
    return new Edit("EventDispatcher.java", find, replace);
  }

  static Edit offsets(String find, String replace) {
    return new Edit("HandledOffsets.java", find, replace);
  }

  static Edit program(String find, String replace) {
    return new Edit("ConsumerApp.java", find, replace);
  }

  static Edit answers(String find, String replace) {
    return new Edit("ANSWERS.md", find, replace);
  }

  @Override
  public void apply(Path submission) throws IOException {
    Path path = Reference.fileIn(submission, file);
    String source = Files.readString(path);
    int at = source.indexOf(find);
    if (at < 0 || source.indexOf(find, at + 1) >= 0) {
      throw new IllegalStateException("In %s this must stand once: %s".formatted(file, find));
    }
    Files.writeString(path, source.replace(find, replace));
  }

  @Override
  public Scope scope() {
    return Scope.of(file);
  }
}
