package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.rubric.Criterion;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the criteria that nobody asked for: they are no tests, so they are not skipped either.
 *
 * <p>JUnit finds it by itself, for {@code mvn test -Dcriteria=…}.
 */
public final class AskedCriteria implements PostDiscoveryFilter {

  private final Set<String> asked;

  /** Takes the criteria of the property; if one of them does not exist, the grading says so. */
  public AskedCriteria() {
    this(existing());
  }

  /** Takes these; all if there are none. */
  AskedCriteria(Set<String> asked) {
    this.asked = asked;
  }

  private static Set<String> existing() {
    try {
      return GradingRequest.criteriaOfProperty();
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    return FilterResult.includedIf(
        asked.isEmpty()
            || test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .map(method -> method.getAnnotation(Criterion.class))
                .map(criterion -> asked.contains(criterion.id().toString()))
                .orElse(true));
  }
}
