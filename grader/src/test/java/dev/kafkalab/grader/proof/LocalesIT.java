package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that a solution is judged alike whatever digits and letters the machine has. */
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class LocalesIT {

  private static final String CRITERIA = "topic.created";

  @TempDir private Path folder;

  /** Digits and letters of their own. */
  static Stream<String> locales() {
    return Brief.some("ar-EG", "tr-TR", "fa-IR", "mr-IN", "de-DE");
  }

  static Stream<String> digits() {
    return Brief.some("ar-EG", "tr-TR", "de-DE");
  }

  @ParameterizedTest
  @MethodSource("locales")
  void aGradingEarnsAllPoints(String locale) throws Exception {
    GraderProcess grading = GraderProcess.grade(Lab.REFERENCE, CRITERIA, folder, options(locale));

    assertThat(grading.exitCode()).as(grading.output()).isZero();
    assertThat(grading.output()).contains("5 of 5 points");
  }

  /** As Maven and IDEs do, with the class that a student has in their module. */
  @ParameterizedTest
  @MethodSource("digits")
  void theTestsOfAModulePass(String locale) throws Exception {
    Path module = folder.resolve("module");
    Lab.writeReference(module);
    Path classes = Files.createDirectories(module.resolve("target").resolve("test-classes"));
    compileTestOfTheModule(module, classes);
    List<String> arguments = new ArrayList<>(options(locale));
    arguments.addAll(List.of("-Dgrader.broker=embedded", "-Dcriteria=" + CRITERIA));
    arguments.addAll(
        List.of("-cp", classes + File.pathSeparator + System.getProperty("java.class.path")));
    arguments.addAll(List.of(JUnitRunner.class.getName(), "LabTest"));

    GraderProcess tests = GraderProcess.java(folder, arguments);

    assertThat(tests.exitCode()).as(tests.output()).isZero();
    assertThat(tests.output()).contains("1 passed, 0 failed");
  }

  private static void compileTestOfTheModule(Path module, Path classes) throws Exception {
    Path source =
        Files.writeString(
            module.resolve("LabTest.java"),
            "public class LabTest extends dev.kafkalab.grader.engine.LabRubric {}");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(code).isZero();
    Files.delete(source);
  }

  private static List<String> options(String locale) {
    Locale each = Locale.forLanguageTag(locale);
    return List.of("-Duser.language=" + each.getLanguage(), "-Duser.country=" + each.getCountry());
  }
}
