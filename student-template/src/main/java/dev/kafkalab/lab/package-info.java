/** The user activity tracker: your solution of the lab. */
@NullMarked
package dev.kafkalab.lab;

import org.jspecify.annotations.NullMarked;
