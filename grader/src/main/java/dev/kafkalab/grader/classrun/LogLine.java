package dev.kafkalab.grader.classrun;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kafkalab.grader.classrun.book.State;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code log.jsonl}: a grading began, or somebody's state is known.
 *
 * @param at when (ISO 8601, UTC)
 * @param id whose
 * @param key what the result depends on: see {@link ResultKey}
 * @param state what became of it; null where it only began
 * @param seconds how long it took
 * @param problem why it is refused or failed, in one sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(Include.NON_NULL)
record LogLine(
    String at,
    String id,
    String key,
    @Nullable State state,
    @Nullable Double seconds,
    @Nullable String problem) {

  boolean isBeginning() {
    return state == null;
  }
}
