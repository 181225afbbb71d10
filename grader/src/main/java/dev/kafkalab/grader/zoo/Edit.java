package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A change of a few words in one file of the reference.
 *
 * @param file the file's name
 * @param find a text that must occur exactly once
 * @param replace its replacement
 */
public record Edit(String file, String find, String replace) implements Change {

  @Override
  public void apply(Copy submission) throws IOException {
    Path path = submission.file(file);
    String source = Files.exists(path) ? Files.readString(path) : "";
    int at = source.indexOf(find);
    if (at < 0 || source.indexOf(find, at + 1) >= 0) {
      throw new StaleChange("%s must contain this exactly once: %s".formatted(file, find));
    }
    Files.writeString(path, source.replace(find, replace));
  }

  @Override
  public Set<SeenBy> scopes() {
    return Set.of(SeenBy.of(file));
  }
}
