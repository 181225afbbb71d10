package dev.kafkalab.grader.mutation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mutants that keep every rule of the lab, each with its reason.
 *
 * @param entries from the file
 */
public record Equivalents(List<Entry> entries) {

  /**
   * One mutant, or several for the same reason.
   *
   * @param file the source file's name; all files if it is not given
   * @param code the line that is changed; all lines of the file if it is not given
   * @param operators the rules that make them; all if none are given
   * @param what a part of the change in words; any if it is not given
   * @param reason why nobody can tell them from the reference, in one line
   */
  public record Entry(
      @Nullable String file,
      @Nullable String code,
      @Nullable List<String> operators,
      @Nullable String what,
      String reason) {

    boolean covers(Mutant mutant) {
      return (file == null || file.equals(mutant.file()))
          && (code == null || code.equals(mutant.code()))
          && (operators == null || operators.contains(mutant.operator()))
          && (what == null || mutant.what().contains(what));
    }
  }

  /** Copies the entries, so that they never change. */
  public Equivalents {
    entries = List.copyOf(entries);
  }

  /**
   * Reads them from a YAML file.
   *
   * @throws IOException if it cannot be read
   */
  public static Equivalents read(Path file) throws IOException {
    return new Equivalents(
        new ObjectMapper(new YAMLFactory())
            .readValue(file.toFile(), new TypeReference<List<Entry>>() {}));
  }

  Optional<String> reasonOf(Mutant mutant) {
    return entries.stream().filter(entry -> entry.covers(mutant)).map(Entry::reason).findFirst();
  }
}
