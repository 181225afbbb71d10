/** Shows a class that was graded as one page that needs nothing but a browser. */
@NullMarked
package dev.kafkalab.grader.classrun.page;

import org.jspecify.annotations.NullMarked;
