/** Looks whether everything that the lab asks for was handed in; nothing of it is judged. */
@NullMarked
package dev.kafkalab.grader.checklist;

import org.jspecify.annotations.NullMarked;
