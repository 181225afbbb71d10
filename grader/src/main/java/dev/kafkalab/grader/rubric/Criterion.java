package dev.kafkalab.grader.rubric;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * Marks a Jupiter test method that judges one thing which the lab asks for.
 *
 * <p>The method returns where it holds, and throws a {@link CriterionEnded} where it does not.
 */
@Documented
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Criterion {

  /** Returns its name in reports and on the command line, such as {@code producer.key-affinity}. */
  CriterionId id();

  /** Returns the lab's task that asks for it. */
  Task task();

  /** Returns the parts of a solution that it runs: a change of another part cannot affect it. */
  Part[] runs();

  /** Returns the points that it is worth when all of it holds. */
  int points();

  /** Returns what must hold, as half a sentence. */
  String title();

  /** Returns what else the rubric says, in sentences: how the points are split. */
  String detail() default "";
}
