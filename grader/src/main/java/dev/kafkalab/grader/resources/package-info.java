/** Gets ready what a grading needs: the compiled submission, a broker, student JVMs, a folder. */
@NullMarked
package dev.kafkalab.grader.resources;

import org.jspecify.annotations.NullMarked;
