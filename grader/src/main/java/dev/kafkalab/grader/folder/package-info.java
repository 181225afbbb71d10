/** Holds folders while somebody uses them, and removes those that nobody does. */
@NullMarked
package dev.kafkalab.grader.folder;

import org.jspecify.annotations.NullMarked;
