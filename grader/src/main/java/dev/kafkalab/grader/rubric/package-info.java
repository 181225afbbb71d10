/** Names the criteria of the lab, their points, and the ways in which a criterion can end. */
@NullMarked
package dev.kafkalab.grader.rubric;

import org.jspecify.annotations.NullMarked;
