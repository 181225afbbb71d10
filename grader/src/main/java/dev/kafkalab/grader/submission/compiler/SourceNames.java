package dev.kafkalab.grader.submission.compiler;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.kafkalab.grader.feedback.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Knows where the student has the file that the compiler knows as a copy. */
public final class SourceNames {

  private final Map<Path, SourceFile> byCopy;

  public SourceNames(List<SourceFile> sources) {
    byCopy = sources.stream().collect(toUnmodifiableMap(SourceFile::copy, file -> file));
  }

  /** Returns the student's place for the compiler's, or null where it is no file of theirs. */
  public @Nullable Location locate(@Nullable JavaFileObject file, long line) {
    if (file == null || !"file".equals(file.toUri().getScheme())) {
      return null;
    }
    SourceFile source = byCopy.get(Path.of(file.toUri()));
    return source == null ? null : new Location(source.name(), (int) Math.max(1, line));
  }
}
