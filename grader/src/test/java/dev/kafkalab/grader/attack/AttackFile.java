package dev.kafkalab.grader.attack;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attacks on one promise, as a file of {@code zoo/attacks} has them. */
record AttackFile(String promise, Defence heldBy, Map<String, Attack> attacks) {

  static final Path FOLDER = Path.of("zoo", "attacks");

  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /** What stops an attack; without it, the attack must succeed. */
  enum Defence {
    SANDBOX,
    FENCE
  }

  /**
   * An attack.
   *
   * @param code statements of a method of {@link AttackHost}'s base class
   * @param gain how its success is seen
   */
  record Attack(String code, String gain) {

    Attack {
      gain = gain == null ? "told" : gain;
    }
  }

  /** Reads all files, in the order of their names. */
  static List<AttackFile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      List<AttackFile> all = new ArrayList<>();
      for (Path file : sorted) {
        all.add(YAML.readValue(file.toFile(), AttackFile.class));
      }
      return all;
    }
  }
}
