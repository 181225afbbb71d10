package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.lang.reflect.Method;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
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
    implements BeforeAllCallback, ParameterResolver, InvocationInterceptor {

  static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(CriterionExtension.class);

  /** The outermost class comes first, and says which module to grade. */
  @Override
  public void beforeAll(ExtensionContext context) {
    GradingSession unused = session(context);
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
            type ->
                GradingSession.open(
                    GradingRequest.ofTestClass(context.getRequiredTestClass()), listener()),
            GradingSession.class);
  }

  /** Maven and IDEs show what the tests print. */
  private static GradingListener listener() {
    return ServiceLoader.load(GradingListener.class).findFirst().orElse((result, soFar) -> {});
  }
}
