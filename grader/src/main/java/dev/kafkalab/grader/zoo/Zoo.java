package dev.kafkalab.grader.zoo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of all known submissions: one YAML file each, in a folder of its kind, and whole
 * sources in the folder {@code sources}.
 *
 * @param folder where they are
 */
public record Zoo(Path folder) {

  private static final String SOURCES = "sources";
  private static final String ENDING = ".yaml";

  private static final ObjectMapper YAML =
      JsonMapper.builder(new YAMLFactory())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads all, the bad ones first, in the order of their names.
   *
   * @throws IOException if one cannot be read, with the file's name
   */
  public List<KnownSubmission> read() throws IOException {
    List<KnownSubmission> all = new ArrayList<>();
    for (Proof kind : Proof.values()) {
      for (Path file : filesOf(folder.resolve(kind.folder()))) {
        all.add(read(kind, file));
      }
    }
    return all;
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private KnownSubmission read(Proof kind, Path file) throws IOException {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - ENDING.length());
    try {
      return YAML.readValue(file.toFile(), SubmissionFile.class)
          .submission(kind, id, folder.resolve(SOURCES));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("%s is not a known submission: %s".formatted(file, e.getMessage()), e);
    }
  }
}
