/** Opens the archives that students hand in, within bounds and only below a folder of ours. */
@NullMarked
package dev.kafkalab.grader.handin.archive;

import org.jspecify.annotations.NullMarked;
