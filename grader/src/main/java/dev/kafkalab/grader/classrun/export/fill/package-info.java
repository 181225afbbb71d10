/**
 * Fills what a class earned into the sheet that a platform handed out, and accounts for each row.
 */
@NullMarked
package dev.kafkalab.grader.classrun.export.fill;

import org.jspecify.annotations.NullMarked;
