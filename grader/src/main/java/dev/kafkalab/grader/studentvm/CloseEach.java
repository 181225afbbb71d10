package dev.kafkalab.grader.studentvm;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Closes several things: one that cannot be closed does not keep the others open. */
public final class CloseEach {

  private CloseEach() {}

  /** Makes each call; throws the first failure once all were made. */
  public static void of(Stream<Runnable> closes) {
    List<Runnable> all = closes.toList();
    @Nullable RuntimeException first = null;
    for (Runnable close : all) {
      try {
        close.run();
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
