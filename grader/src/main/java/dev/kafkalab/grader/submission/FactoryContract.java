package dev.kafkalab.grader.submission;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Checks that the lab can make a solution's parts, on the compiler's model of the sources. */
final class FactoryContract {

  private static final String SIMPLE_NAME =
      LabFactory.IMPLEMENTATION.substring(LabFactory.IMPLEMENTATION.lastIndexOf('.') + 1);

  private final SourceModel model;
  private final List<TypeElement> types;

  FactoryContract(SourceModel model) {
    this.model = model;
    this.types = model.types();
  }

  /** Returns what is wrong with the submission's factory; nothing where the lab can use it. */
  List<Feedback> problems() {
    Optional<TypeElement> factory =
        find(type -> type.getQualifiedName().contentEquals(LabFactory.IMPLEMENTATION));
    return factory.map(this::problemsOf).orElseGet(() -> List.of(missing()));
  }

  private Feedback missing() {
    Optional<TypeElement> misplaced = find(type -> type.getSimpleName().contentEquals(SIMPLE_NAME));
    if (misplaced.isPresent()) {
      return misplaced(misplaced.get()).at(model.locate(misplaced.get()));
    }
    return find(this::implementsLabFactory)
        .map(type -> FactoryFeedback.otherName(nameOf(type)).at(model.locate(type)))
        .orElseGet(FactoryFeedback::missing);
  }

  private Feedback misplaced(TypeElement type) {
    if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
      return FactoryFeedback.nested(nameOf(type));
    }
    return FactoryFeedback.wrongPackage(
        model.task().getElements().getPackageOf(type).getQualifiedName().toString());
  }

  private static String nameOf(TypeElement type) {
    return type.getQualifiedName().toString();
  }

  private List<Feedback> problemsOf(TypeElement factory) {
    if (factory.getKind() != ElementKind.CLASS && factory.getKind() != ElementKind.RECORD) {
      return List.of(FactoryFeedback.noClass(factory.getKind()).at(model.locate(factory)));
    }
    List<Feedback> problems = new ArrayList<>();
    if (!factory.getModifiers().contains(PUBLIC)) {
      problems.add(FactoryFeedback.notPublic());
    } else {
      constructorProblem(factory).ifPresent(problems::add);
    }
    if (factory.getModifiers().contains(ABSTRACT)) {
      problems.add(FactoryFeedback.isAbstract());
    }
    if (!implementsLabFactory(factory)) {
      problems.add(FactoryFeedback.doesNotImplement());
    }
    return problems.stream().map(problem -> problem.at(model.locate(factory))).toList();
  }

  private static Optional<Feedback> constructorProblem(TypeElement factory) {
    Optional<ExecutableElement> constructor =
        ElementFilter.constructorsIn(factory.getEnclosedElements()).stream()
            .filter(candidate -> candidate.getParameters().isEmpty())
            .findFirst();
    if (constructor.isEmpty()) {
      return Optional.of(FactoryFeedback.noConstructor());
    }
    return constructor.get().getModifiers().contains(PUBLIC)
        ? Optional.empty()
        : Optional.of(FactoryFeedback.constructorNotPublic());
  }

  private boolean implementsLabFactory(TypeElement type) {
    TypeElement wanted = model.task().getElements().getTypeElement(LabFactory.class.getName());
    if (wanted == null) {
      throw new IllegalStateException("the class path of the submission lacks the lab's API");
    }
    Types relations = model.task().getTypes();
    TypeMirror erased = relations.erasure(type.asType());
    return relations.isAssignable(erased, wanted.asType());
  }

  private Optional<TypeElement> find(Predicate<TypeElement> condition) {
    return types.stream().filter(condition).findFirst();
  }
}
