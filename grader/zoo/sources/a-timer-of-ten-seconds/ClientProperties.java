package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Builds the properties of one Kafka client. */
final class ClientProperties {

  private ClientProperties() {}

  /**
   * Merges three layers of properties, each overriding the one before: the lab's, the client's own,
   * and the config file's if there is one.
   *
   * @throws UncheckedIOException if there is a config file and it cannot be read
   */
  static Map<String, Object> of(LabSettings settings, Map<String, ?> own) {
    Map<String, Object> properties = new HashMap<>(settings.clientProperties());
    properties.putAll(own);
    Path file = settings.configFile();
    if (file != null) {
      Properties loaded = load(file);
      loaded.stringPropertyNames().forEach(name -> properties.put(name, loaded.getProperty(name)));
    }
    return properties;
  }

  private static Properties load(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties loaded = new Properties();
      loaded.load(reader);
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException("The config file " + file + " cannot be read", e);
    }
  }
}
