/**
 * Grades: prepares submission and broker, runs the criteria through JUnit, and collects what they
 * found.
 */
@NullMarked
package dev.kafkalab.grader.engine;

import org.jspecify.annotations.NullMarked;
