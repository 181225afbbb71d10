/** The user activity tracker, solved: what a solution of the lab can look like. */
@NullMarked
package dev.kafkalab.lab;

import org.jspecify.annotations.NullMarked;
