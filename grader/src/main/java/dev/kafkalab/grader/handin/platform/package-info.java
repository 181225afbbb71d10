/** Recognizes how learning platforms hand out a class, and whose each file is. */
@NullMarked
package dev.kafkalab.grader.handin.platform;

import org.jspecify.annotations.NullMarked;
