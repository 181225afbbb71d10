package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows what stands in each line of a submission's sources. */
public final class SourceLines {

  /** A longer line is cut: it would not fit beside its number. */
  private static final int MOST_CHARACTERS = 120;

  private final List<SourceFile> sources;

  public SourceLines(List<SourceFile> sources) {
    this.sources = List.copyOf(sources);
  }

  /** Returns the same location with its line's text, if there is exactly one such file. */
  public Location withText(Location location) {
    List<SourceFile> named =
        sources.stream().filter(source -> isNamed(source.name(), location.file())).toList();
    return named.size() == 1
        ? new Location(
            location.file(), location.line(), textOf(named.get(0).copy(), location.line()))
        : location;
  }

  /** What runs knows the file's name only, the compiler also its folder. */
  private static boolean isNamed(String path, String name) {
    return path.equals(name) || path.endsWith("/" + name);
  }

  private static @Nullable String textOf(Path file, int line) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(line - 1L)
          .findFirst()
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(SourceLines::cut)
          .orElse(null);
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 2)) + " …";
  }
}
