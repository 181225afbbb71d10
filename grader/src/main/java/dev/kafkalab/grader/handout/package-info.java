/** Makes what students get: the lab and a built grader, without any solution. */
@NullMarked
package dev.kafkalab.grader.handout;

import org.jspecify.annotations.NullMarked;
