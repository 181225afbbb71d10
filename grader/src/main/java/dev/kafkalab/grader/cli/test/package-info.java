/** Shows a grading that Maven or an IDE runs as tests. */
@NullMarked
package dev.kafkalab.grader.cli.test;

import org.jspecify.annotations.NullMarked;
