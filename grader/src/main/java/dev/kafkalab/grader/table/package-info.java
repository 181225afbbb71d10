/** Reads tables of values between commas, as spreadsheets and platforms write them. */
@NullMarked
package dev.kafkalab.grader.table;

import org.jspecify.annotations.NullMarked;
