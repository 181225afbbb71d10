/** Makes small faults in the reference by rule, and finds those that no criterion notices. */
@NullMarked
package dev.kafkalab.grader.mutation;

import org.jspecify.annotations.NullMarked;
