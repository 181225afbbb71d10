/** Adds up what a class's results say of the class: points, criteria, misconceptions. */
@NullMarked
package dev.kafkalab.grader.classrun.figures;

import org.jspecify.annotations.NullMarked;
