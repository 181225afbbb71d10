package dev.kafkalab.grader.submission;

import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerProblemsTest {

  private static final String FILE = StudentFolder.LAB + "Mine.java";

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void aGoodSolution() throws IOException {
    anna = StudentFolder.in(temporary).withFactory();
  }

  @Test
  void missingMethod() throws IOException {
    anna.with(
        FILE,
        """
        package dev.kafkalab.lab;

        import dev.kafkalab.api.*;

        class Mine implements UserEventProducer {
          public boolean send(UserEvent event) { return true; }
        }
        """);

    assertThat(anna.onlyProblem())
        .isEqualTo(
            new Feedback(
                "Mine does not implement the method close() of UserEventProducer.",
                "Write a public method with exactly this name and these parameter types, and with "
                    + "the return type that UserEventProducer declares.",
                new Location(FILE, 5),
                List.of(
                    fact("source line", "class Mine implements UserEventProducer {"),
                    fact(
                        "javac",
                        "dev.kafkalab.lab.Mine is not abstract and does not override abstract method"
                            + " close() in dev.kafkalab.api.UserEventProducer"))));
  }

  @Test
  void missingMethodOfAClassWithoutAName() throws IOException {
    problem(
        4,
        "Runnable r = new Runnable() {};",
        "An anonymous class does not implement the method run() of Runnable.",
        "Write a public method with exactly this name and these parameter types, and with "
            + "the return type that Runnable declares.");
  }

  @Test
  void methodThatIsNotPublic() throws IOException {
    problem(
        5,
        "static class R implements Runnable {\n void run() {} }",
        "The method run() in Mine.R is less visible than Runnable requires.",
        "Declare the method 'public': the methods of an interface are always public.");
  }

  @Test
  void overridesNothing() throws IOException {
    problem(
        4,
        "@Override public void colse() {}",
        "A method has '@Override', but it overrides no method of an interface or superclass.",
        "Compare the method's name and parameter types with the interface's, letter by letter.");
  }

  @Test
  void unknownClass() throws IOException {
    problem(
        4,
        "KafkaConsumer<String, String> consumer;",
        "The compiler does not know the class KafkaConsumer.",
        "Check its spelling, and that it is imported at the top of the file.");
  }

  @Test
  void unknownVariable() throws IOException {
    problem(
        4,
        "int half(int amount) { return amuont / 2; }",
        "The compiler cannot find the variable amuont in the class Mine.",
        "Check its spelling and capitalization; for a method, also the number and types of "
            + "its arguments; for a variable, also that it is declared before this line.");
  }

  @Test
  void unknownMethod() throws IOException {
    problem(
        5,
        "void read(org.apache.kafka.clients.consumer.Consumer<String, String> kafka) {\n"
            + "kafka.pol(java.time.Duration.ofMillis(1)); }",
        "The compiler cannot find the method pol(Duration) in the variable kafka of type "
            + "Consumer<String,String>.",
        "Check its spelling and capitalization; for a method, also the number and types of "
            + "its arguments; for a variable, also that it is declared before this line.");
  }

  @Test
  void unknownPackage() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab;\nimport com.google.gson.Gson;\nclass Mine {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo("There is no package 'com.google.gson' in this lab.");
    assertThat(problem.hint())
        .isEqualTo(
            "Check the spelling of the import. A submission may use Java itself, the lab's API, "
                + "kafka-clients, Jackson and SLF4J; libraries that only your own build file names are "
                + "not available.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 2));
  }

  @Test
  void publicClassInAFileOfAnotherName() throws IOException {
    anna.with(FILE, "package dev.kafkalab.lab;\npublic class Yours {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo("The public class Yours must be in a file named 'Yours.java'.");
    assertThat(problem.hint())
        .isEqualTo("Rename the file or the class so that both have the same name.");
    assertThat(problem.location()).isEqualTo(new Location(FILE, 2));
  }

  @Test
  void duplicateClass() throws IOException {
    anna.withClass("Mine", "")
        .with("src/main/java/old/Mine.java", "package dev.kafkalab.lab;\nclass Mine {}");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo("The class dev.kafkalab.lab.Mine exists twice.");
    assertThat(problem.hint())
        .isEqualTo(
            "Look for a copy of its file in another folder, or for a copy of the class in "
                + "another file, and delete it.");
  }

  @Test
  void incompatibleTypes() throws IOException {
    problem(
        4,
        "int partition = \"0\";",
        "The types on this line do not match: String cannot be converted to int.",
        "Compare the type of the value with the type that is expected there: change the "
            + "declaration, convert the value, or call another method.");
  }

  @Test
  void keepsThePackagesOfClassesThatLookTheSame() throws IOException {
    anna.withClass("Mine", "java.sql.Date day = new java.util.Date();");

    assertThat(anna.onlyProblem().message())
        .isEqualTo(
            "The types on this line do not match: java.util.Date cannot be converted to "
                + "java.sql.Date.");
  }

  @Test
  void missingReturn() throws IOException {
    problem(
        6,
        "boolean send(int n) {\n if (n > 0) return true;\n}",
        "The method that ends here must return a value on every path.",
        "Follow each path through the method: it must end with 'return' and a value, or with "
            + "an exception.");
  }

  @Test
  void unreportedException() throws IOException {
    problem(
        4,
        "void pause() { Thread.sleep(1); }",
        "This line can throw InterruptedException, which is neither caught nor declared here.",
        "Catch it where you can handle it; otherwise declare it, or wrap it in an unchecked "
            + "exception if the interface's method declares none.");
  }

  @Test
  void anythingElseInTheCompilersWords() throws IOException {
    problem(
        4,
        "void m() { int n = 1; int n = 2; }",
        "The compiler does not accept this line: variable n is already defined in method m().",
        "Start with the first error in a file: fixing it often removes the ones below. Your "
            + "editor shows the same error.");
  }

  @Test
  void keepsTheDetailsOfTheCompilersWords() throws IOException {
    anna.withClass("Mine", "void m(int n) { m(); }");

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message())
        .isEqualTo("'m' is called with (no arguments), but it is declared with (int).");
    assertThat(problem.facts())
        .containsExactly(
            fact("source line", "void m(int n) { m(); }"),
            fact(
                "javac",
                "method m in class dev.kafkalab.lab.Mine cannot be applied to given types; required:"
                    + " int found: no arguments reason: actual and formal argument lists differ in length"));
  }

  @Test
  void speaksEnglishOnAnyMachine() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.JAPANESE);
    try {
      unknownClass();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesJavaThatIsNewerThanTheLabs() throws IOException {
    anna.withClass("Mine", "Object o = java.util.concurrent.StructuredTaskScope.class;");

    assertThat(anna.onlyProblem().message())
        .isEqualTo(
            "The compiler cannot find the class StructuredTaskScope in the package java.util.concurrent.");
  }

  @Test
  void showsTenProblemsInOrderAndCountsTheOthers() throws IOException {
    anna.withClass("Mine", "{ int a = \"\"; }\n".repeat(13));

    List<Feedback> problems = anna.problems();

    assertThat(problems)
        .hasSize(10)
        .extracting(Feedback::location)
        .startsWith(new Location(FILE, 4), new Location(FILE, 5))
        .endsWith(new Location(FILE, 13));
    assertThat(problems.get(9).facts()).contains(fact("not shown", "… and 3 more"));
    assertThat(problems.get(8).facts()).extracting(Fact::name).doesNotContain("not shown");
  }

  private void problem(int line, String body, String message, String hint) throws IOException {
    anna.withClass("Mine", body);

    Feedback problem = anna.onlyProblem();

    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.location()).isEqualTo(new Location(FILE, line));
  }
}
