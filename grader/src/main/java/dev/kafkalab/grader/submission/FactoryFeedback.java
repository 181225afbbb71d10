package dev.kafkalab.grader.submission;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.Locale;
import javax.lang.model.element.ElementKind;

/** Words for what is wrong with the class that makes a solution's parts. */
final class FactoryFeedback {

  private static final String KEEP_THE_TEMPLATES =
      "The template's KafkaLabFactory.java is complete: compare yours with it.";

  private FactoryFeedback() {}

  static Feedback missing() {
    return Feedback.of(
        "There is no class '%s', from which the lab gets your parts."
            .formatted(LabFactory.IMPLEMENTATION),
        "Keep the template's KafkaLabFactory.java beside your other classes.");
  }

  static Feedback otherName(String name) {
    return Feedback.of(
        "'%s' implements LabFactory, but the lab expects that class to be '%s'."
            .formatted(name, LabFactory.IMPLEMENTATION),
        "Rename the class and its file to KafkaLabFactory, in the package 'dev.kafkalab.lab'.");
  }

  static Feedback wrongPackage(String packageName) {
    String found = packageName.isEmpty() ? "in no package" : "in package '" + packageName + "'";
    return Feedback.of(
        "KafkaLabFactory is %s, the lab expects it in 'dev.kafkalab.lab'.".formatted(found),
        "Start the file with 'package dev.kafkalab.lab;' and put it in the folder"
            + " dev/kafkalab/lab.");
  }

  static Feedback nested(String name) {
    return Feedback.of(
        "KafkaLabFactory is inside another class, as '%s'; the lab expects a class of its own."
            .formatted(name),
        "Move it to a file of its own, KafkaLabFactory.java in the package 'dev.kafkalab.lab'.");
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
        "KafkaLabFactory is %s, the lab expects a class that it can make an object of."
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
        "KafkaLabFactory is abstract, the lab expects a class that it can make an object of.",
        "Take away 'abstract' and write the methods that are then missing.");
  }

  static Feedback noConstructor() {
    return Feedback.of(
        "KafkaLabFactory has no constructor without parameters, which is the one that the lab"
            + " calls.",
        "Take away its constructors: each method is given what it needs. " + KEEP_THE_TEMPLATES);
  }

  static Feedback constructorNotPublic() {
    return Feedback.of(
        "The constructor of KafkaLabFactory is not public, so the lab cannot call it.",
        "Write 'public' before the constructor without parameters, or take the constructor away.");
  }

  static Feedback doesNotImplement() {
    return Feedback.of(
        "KafkaLabFactory does not implement dev.kafkalab.api.LabFactory.",
        "Write 'implements LabFactory' after its name, with the import of"
            + " 'dev.kafkalab.api.LabFactory'.");
  }
}
