package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.rubric.Criterion;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names each criterion in an IDE's tree as reports do. */
final class CriterionNames extends DisplayNameGenerator.Standard {

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> testClass, Method method) {
    Criterion criterion = method.getAnnotation(Criterion.class);
    return criterion == null
        ? super.generateDisplayNameForMethod(enclosing, testClass, method)
        : String.format(
            Locale.ROOT, "%s (%d): %s", criterion.id(), criterion.points(), criterion.title());
  }
}
