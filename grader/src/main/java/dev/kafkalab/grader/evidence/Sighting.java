package dev.kafkalab.grader.evidence;

import dev.kafkalab.grader.studentvm.HandlerCall;
import org.jspecify.annotations.Nullable;

/**
 * A handler call and the published event that it is about.
 *
 * @param call the call
 * @param source what was published; null where nothing published looks like it
 */
public record Sighting(HandlerCall call, @Nullable PublishedEvent source) {}
