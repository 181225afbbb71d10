package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactoryProblemsTest {

  private static final String FILE = StudentFolder.LAB + "KafkaLabFactory.java";
  private static final String CLASS = "public class KafkaLabFactory implements LabFactory {";
  private static final String COMPARE =
      "The template's KafkaLabFactory.java is complete: compare yours with it.";

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void anEmptyFolder() {
    anna = StudentFolder.in(temporary);
  }

  @Test
  void missing() throws IOException {
    Feedback problem = anna.withClass("Other", "").onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "There is no class 'dev.kafkalab.lab.KafkaLabFactory', which the lab uses to create "
                + "your objects.");
    assertThat(problem.hint())
        .isEqualTo("Keep the template's KafkaLabFactory.java next to your other classes.");
  }

  @Test
  void otherName() throws IOException {
    anna.with(
        StudentFolder.LAB + "MyFactory.java",
        StudentFolder.FACTORY.replace("KafkaLabFactory", "MyFactory"));

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "'dev.kafkalab.lab.MyFactory' implements LabFactory, but the lab expects the class "
                + "to be named 'dev.kafkalab.lab.KafkaLabFactory'.");
    assertThat(problem.hint())
        .isEqualTo(
            "Rename the class and its file to KafkaLabFactory, in the package"
                + " 'dev.kafkalab.lab'.");
    assertThat(problem.location()).isEqualTo(new Location(StudentFolder.LAB + "MyFactory.java", 7));
  }

  @Test
  void wrongPackage() throws IOException {
    Feedback problem = withFactory("package dev.kafkalab.lab;", "package com.anna;").onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "KafkaLabFactory is in package 'com.anna', but the lab expects it in 'dev.kafkalab.lab'.");
    assertThat(problem.hint())
        .isEqualTo(
            "Start the file with 'package dev.kafkalab.lab;' and put it in the folder"
                + " dev/kafkalab/lab.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 7));
  }

  @Test
  void noPackage() throws IOException {
    assertThat(withFactory("package dev.kafkalab.lab;", "").onlyProblem().message())
        .isEqualTo(
            "KafkaLabFactory is in no package, but the lab expects it in 'dev.kafkalab.lab'.");
  }

  @Test
  void insideAnotherClass() throws IOException {
    anna.withClass("Outer", "public static class KafkaLabFactory {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo(
            "KafkaLabFactory is nested in another class, as "
                + "'dev.kafkalab.lab.Outer.KafkaLabFactory', but the lab expects a top-level class.");
    assertThat(problem.hint())
        .isEqualTo(
            "Move it to its own file, KafkaLabFactory.java, in the package 'dev.kafkalab.lab'.");
    assertThat(problem.location()).isEqualTo(new Location(StudentFolder.LAB + "Outer.java", 4));
  }

  @Test
  void anInterface() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab;\n\npublic interface KafkaLabFactory {}\n");

    assertProblem(
        3,
        "KafkaLabFactory is an interface, but the lab needs a class that it can instantiate.",
        COMPARE);
  }

  @Test
  void anEnum() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab;\n\npublic enum KafkaLabFactory { INSTANCE }\n");

    assertProblem(
        3,
        "KafkaLabFactory is an enum, but the lab needs a class that it can instantiate.",
        COMPARE);
  }

  @Test
  void notPublic() throws IOException {
    withFactory("public class KafkaLabFactory", "class KafkaLabFactory");

    assertProblem(
        7,
        "KafkaLabFactory is not public, so the lab cannot use it.",
        "Write 'public' before 'class KafkaLabFactory'.");
  }

  @Test
  void anAbstractClass() throws IOException {
    withFactory("public class", "public abstract class");

    assertProblem(
        7,
        "KafkaLabFactory is abstract, but the lab needs a class that it can instantiate.",
        "Remove 'abstract', and write the methods that are then missing.");
  }

  @Test
  void noConstructorWithoutParameters() throws IOException {
    withFactory(CLASS, CLASS + " public KafkaLabFactory(LabSettings settings) {}");

    assertProblem(
        7,
        "KafkaLabFactory has no constructor without parameters, but that is the one that the "
            + "lab calls.",
        "Remove its constructors: each method receives what it needs. " + COMPARE);
  }

  @Test
  void constructorThatIsNotPublic() throws IOException {
    withFactory(CLASS, CLASS + " KafkaLabFactory() {}");

    assertProblem(
        7,
        "The constructor of KafkaLabFactory is not public, so the lab cannot call it.",
        "Write 'public' before the constructor without parameters, or remove the constructor.");
  }

  @Test
  void doesNotImplementTheLabsInterface() throws IOException {
    anna.with(
            StudentFolder.LAB + "LabFactory.java",
            "package dev.kafkalab.lab; interface LabFactory {}")
        .with(
            FILE,
            "package dev.kafkalab.lab;\npublic class KafkaLabFactory implements LabFactory {}\n");

    assertProblem(
        2,
        "KafkaLabFactory does not implement dev.kafkalab.api.LabFactory.",
        "Write 'implements LabFactory' after its name, and import "
            + "'dev.kafkalab.api.LabFactory'.");
  }

  private StudentFolder withFactory(String instead, String written) throws IOException {
    assertThat(StudentFolder.FACTORY).contains(instead);
    return anna.with(FILE, StudentFolder.FACTORY.replace(instead, written));
  }

  private void assertProblem(int line, String message, String hint) {
    assertThat(anna.onlyProblem())
        .isEqualTo(Feedback.of(message, hint).at(new Location(FILE, line)));
  }
}
