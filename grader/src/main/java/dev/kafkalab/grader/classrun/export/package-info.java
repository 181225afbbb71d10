/** Writes what a class earned in the form that a gradebook, or a person, reads. */
@NullMarked
package dev.kafkalab.grader.classrun.export;

import org.jspecify.annotations.NullMarked;
