/** What the tap notes of requests on their way to the broker. */
@NullMarked
package dev.kafkalab.grader.tap.note;

import org.jspecify.annotations.NullMarked;
