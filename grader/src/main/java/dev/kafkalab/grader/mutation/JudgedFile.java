package dev.kafkalab.grader.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps each result as soon as it is there, one line of JSON each: a run can be killed. */
public final class JudgedFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Judged> judged = new LinkedHashMap<>();

  private JudgedFile(Path file) {
    this.file = file;
  }

  /**
   * Opens the file, which need not exist. Of two results of one mutant, the later one counts.
   *
   * @throws IOException if it cannot be read
   */
  public static JudgedFile open(Path file) throws IOException {
    JudgedFile opened = new JudgedFile(file);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        opened.read(line);
      }
    } else {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    return opened;
  }

  private void read(String line) {
    try {
      Judged each = JSON.readValue(line, Judged.class);
      judged.put(each.id(), each);
    } catch (JsonProcessingException e) {
      return; // the process was killed while it wrote this line: that mutant is judged again
    }
  }

  /** Returns what became of a mutant, if it was judged as it is now. */
  synchronized Optional<Judged> of(Mutant mutant) {
    return Optional.ofNullable(judged.get(mutant.id())).filter(each -> each.isAbout(mutant));
  }

  /** Returns the criteria that noticed most mutants of a source file so far, the best one first. */
  synchronized List<String> bestOf(String source, int most) {
    Map<String, Long> noticed =
        judged.values().stream()
            .filter(each -> each.file().equals(source) && each.fate() == Fate.KILLED)
            .collect(Collectors.groupingBy(Judged::by, TreeMap::new, Collectors.counting()));
    return noticed.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Adds a result; on return it is in the file. */
  synchronized void add(Judged each) {
    judged.put(each.id(), each);
    try {
      Files.write(
          file,
          List.of(JSON.writeValueAsString(each)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
