package dev.kafkalab.grader.wire;

import dev.kafkalab.api.LabSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lab's settings on their way to the student's code.
 *
 * @param topic as in {@link LabSettings}, and so are the others
 * @param configFile the file's path; null where there is none
 */
public record CarriedSettings(
    String topic,
    String deadLetterTopic,
    String groupId,
    Map<String, String> clientProperties,
    @Nullable String configFile) {

  /** Returns settings to be sent. */
  public static CarriedSettings of(LabSettings settings) {
    Path file = settings.configFile();
    return new CarriedSettings(
        settings.topic(),
        settings.deadLetterTopic(),
        settings.groupId(),
        settings.clientProperties(),
        file == null ? null : file.toString());
  }

  /** Returns the settings that were sent. */
  public LabSettings settings() {
    return new LabSettings(
        topic,
        deadLetterTopic,
        groupId,
        clientProperties,
        configFile == null ? null : Path.of(configFile));
  }
}
