/**
 * The contract between the lab and a solution: what students implement and what the course may
 * call.
 */
@NullMarked
package dev.kafkalab.api;

import org.jspecify.annotations.NullMarked;
