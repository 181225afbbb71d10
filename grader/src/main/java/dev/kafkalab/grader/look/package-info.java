/** How all pages look: colours, type, tables, and the drawing of partitions and keys. */
@NullMarked
package dev.kafkalab.grader.look;

import org.jspecify.annotations.NullMarked;
