/**
 * The contract between the lab and a solution: what the student implements and what the course may
 * call.
 */
@NullMarked
package dev.kafkalab.api;

import org.jspecify.annotations.NullMarked;
