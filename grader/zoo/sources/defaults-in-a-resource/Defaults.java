package dev.kafkalab.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What all clients have in common, from a file on the class path. */
final class Defaults {

  private static final String FILE = "/clients.properties";

  private Defaults() {}

  static Map<String, Object> ofAll() {
    try (InputStream in = Defaults.class.getResourceAsStream(FILE)) {
      Properties loaded = new Properties();
      loaded.load(Objects.requireNonNull(in, FILE));
      Map<String, Object> all = new HashMap<>();
      loaded.stringPropertyNames().forEach(name -> all.put(name, loaded.getProperty(name)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
