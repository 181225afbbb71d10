/** Keeps a tap's clients to the topics and groups that they were given. */
@NullMarked
package dev.kafkalab.grader.tap.fence;

import org.jspecify.annotations.NullMarked;
