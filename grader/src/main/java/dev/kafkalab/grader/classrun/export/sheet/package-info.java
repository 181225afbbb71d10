/** Changes single cells of a table that a platform handed out, and nothing else of its bytes. */
@NullMarked
package dev.kafkalab.grader.classrun.export.sheet;

import org.jspecify.annotations.NullMarked;
