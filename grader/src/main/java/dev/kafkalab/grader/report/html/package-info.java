/** Writes reports as pages that need nothing but a browser. */
@NullMarked
package dev.kafkalab.grader.report.html;

import org.jspecify.annotations.NullMarked;
