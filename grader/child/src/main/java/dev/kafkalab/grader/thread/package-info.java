/** Starts threads that keep no JVM alive; every package may use it. */
@NullMarked
package dev.kafkalab.grader.thread;

import org.jspecify.annotations.NullMarked;
