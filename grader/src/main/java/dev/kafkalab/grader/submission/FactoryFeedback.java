package dev.kafkalab.grader.submission;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.Locale;
import javax.lang.model.element.ElementKind;

/** Messages for what is wrong with the factory class of a solution. */
final class FactoryFeedback {

  private static final String KEEP_THE_TEMPLATES =
      "The template's KafkaLabFactory.java is complete: compare yours with it.";

  private FactoryFeedback() {}

  static Feedback missing() {
    return Feedback.of(
        "There is no class '%s', which the lab uses to create your objects."
            .formatted(LabFactory.IMPLEMENTATION),
        "Keep the template's KafkaLabFactory.java next to your other classes.");
  }

  static Feedback missingClass(String name) {
    return Feedback.of(
        "%s.java is missing, or its class has another name.".formatted(name),
        "Keep the template's classes with their names: copy the file from the template again if it is lost.");
  }

  static Feedback movedClass(String name, String packageName) {
    String found = packageName.isEmpty() ? "in no package" : "in the package '" + packageName + "'";
    return Feedback.of(
        "%s is %s, but should be in 'dev.kafkalab.lab'.".formatted(name, found),
        "Start the file with 'package dev.kafkalab.lab;' and put it in the folder dev/kafkalab/lab.");
  }

  static Feedback otherName(String name) {
    return Feedback.of(
        "'%s' implements LabFactory, but the lab expects the class to be named '%s'."
            .formatted(name, LabFactory.IMPLEMENTATION),
        "Rename the class and its file to KafkaLabFactory, in the package 'dev.kafkalab.lab'.");
  }

  static Feedback wrongPackage(String packageName) {
    String found = packageName.isEmpty() ? "in no package" : "in package '" + packageName + "'";
    return Feedback.of(
        "KafkaLabFactory is %s, but the lab expects it in 'dev.kafkalab.lab'.".formatted(found),
        "Start the file with 'package dev.kafkalab.lab;' and put it in the folder"
            + " dev/kafkalab/lab.");
  }

  static Feedback nested(String name) {
    return Feedback.of(
        "KafkaLabFactory is nested in another class, as '%s', but the lab expects a top-level class."
            .formatted(name),
        "Move it to its own file, KafkaLabFactory.java, in the package 'dev.kafkalab.lab'.");
  }

  static Feedback noClass(ElementKind kind) {
    String found =
        switch (kind) {
          case ENUM -> "an enum";
          case ANNOTATION_TYPE -> "an annotation";
          case INTERFACE -> "an interface";
          default -> kind.name().toLowerCase(Locale.ROOT);
        };
    return Feedback.of(
        "KafkaLabFactory is %s, but the lab needs a class that it can instantiate."
            .formatted(found),
        KEEP_THE_TEMPLATES);
  }

  static Feedback notPublic() {
    return Feedback.of(
        "KafkaLabFactory is not public, so the lab cannot use it.",
        "Write 'public' before 'class KafkaLabFactory'.");
  }

  static Feedback isAbstract() {
    return Feedback.of(
        "KafkaLabFactory is abstract, but the lab needs a class that it can instantiate.",
        "Remove 'abstract', and write the methods that are then missing.");
  }

  static Feedback noConstructor() {
    return Feedback.of(
        "KafkaLabFactory has no constructor without parameters, but that is the one that the lab"
            + " calls.",
        "Remove its constructors: each method receives what it needs. " + KEEP_THE_TEMPLATES);
  }

  static Feedback constructorNotPublic() {
    return Feedback.of(
        "The constructor of KafkaLabFactory is not public, so the lab cannot call it.",
        "Write 'public' before the constructor without parameters, or remove the constructor.");
  }

  static Feedback doesNotImplement() {
    return Feedback.of(
        "KafkaLabFactory does not implement dev.kafkalab.api.LabFactory.",
        "Write 'implements LabFactory' after its name, and import"
            + " 'dev.kafkalab.api.LabFactory'.");
  }
}
