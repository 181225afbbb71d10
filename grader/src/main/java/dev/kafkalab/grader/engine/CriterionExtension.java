package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Lets JUnit run criteria: each on a stage of its own, within the one grading of the launcher's
 * session.
 */
final class CriterionExtension
    implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

  static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(CriterionExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Set<String> wanted = session(context).request().criteria();
    boolean unwanted =
        context
            .getTestMethod()
            .map(method -> method.getAnnotation(Criterion.class))
            .filter(criterion -> !wanted.isEmpty() && !wanted.contains(criterion.id().toString()))
            .isPresent();
    return unwanted
        ? ConditionEvaluationResult.disabled("not asked for")
        : ConditionEvaluationResult.enabled("asked for");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  /** The stage is set when the criterion is about to run, and anew where it has to run again. */
  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> test,
      ExtensionContext context) {
    invocation.skip();
    Method method = test.getExecutable();
    CriterionInfo criterion = CriterionInfo.of(method.getAnnotation(Criterion.class));
    Object instance = test.getTarget().orElseThrow();
    CriterionResult result =
        session(context)
            .judge(criterion, stage -> ReflectionSupport.invokeMethod(method, instance, stage));
    JUnitOutcome.report(result);
  }

  private static GradingSession session(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(
            GradingSession.class,
            type -> GradingSession.open(GradingRequest.ofTestClass(context.getRequiredTestClass())),
            GradingSession.class);
  }
}
