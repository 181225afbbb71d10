/** The gradings of a class, as a folder that can be left at any time and gone on with. */
@NullMarked
package dev.kafkalab.grader.classrun;

import org.jspecify.annotations.NullMarked;
