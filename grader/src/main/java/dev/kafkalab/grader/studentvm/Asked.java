package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.wire.Reply;
import java.util.concurrent.CompletableFuture;

/**
 * A request to a student's JVM.
 *
 * @param id its number
 * @param reply how it ends: exceptionally where the JVM has ended first
 */
record Asked(long id, CompletableFuture<Reply> reply) {}
