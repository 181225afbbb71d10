package dev.kafkalab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import dev.kafkalab.grader.submission.compiler.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionCompilerTest {

  @TempDir Path temporary;
  StudentFolder anna;

  @BeforeEach
  void anEmptyFolder() {
    anna = StudentFolder.in(temporary);
  }

  @Test
  void compilesAMavenModule() throws IOException {
    anna.withFactory()
        .with("pom.xml", "this is not even XML")
        .with("src/test/java/BrokenTest.java", "class {")
        .with("Scratch.java", "class {");

    Ready ready = anna.ready();

    assertThat(filesBelow(ready.classes()))
        .containsExactly(
            "dev/kafkalab/lab/KafkaLabFactory$Activity.class",
            "dev/kafkalab/lab/KafkaLabFactory$Consumer.class",
            "dev/kafkalab/lab/KafkaLabFactory$Producer.class",
            "dev/kafkalab/lab/KafkaLabFactory.class");
    assertThat(ready.sources()).hasSize(1);
    assertThat(ready.sources().get(0).name())
        .isEqualTo("src/main/java/dev/kafkalab/lab/KafkaLabFactory.java");
    assertThat(ready.sources().get(0).copy()).hasContent(StudentFolder.FACTORY);
  }

  @Test
  void compilesAPlainTreeWithoutWhatToolsAndTestsLeaveInIt() throws IOException {
    anna.with("my code/KafkaLabFactory.java", StudentFolder.FACTORY);
    for (String folder :
        List.of(".git", "target", "build", "a/out", "src/test/java", "node_modules", "__MACOSX")) {
      anna.with(folder + "/Broken.java", "class {");
    }

    assertThat(anna.ready().sources())
        .extracting(SourceFile::name)
        .containsExactly("my code/KafkaLabFactory.java");
  }

  @Test
  void takesAPackageForAPackageWhateverItIsCalled() throws IOException {
    anna.withFactory()
        .with("src/main/java/target/Aim.java", "package target; public class Aim {}")
        .withClass("Archer", "target.Aim aim;");

    assertThat(filesBelow(anna.ready().classes())).contains("target/Aim.class");
  }

  @Test
  void acceptsAFolderWithASpaceInItsName() throws IOException {
    StudentFolder spaced =
        new StudentFolder(temporary.resolve("Anna M"), temporary.resolve("w o r k")).withFactory();

    assertThat(spaced.ready().sources()).hasSize(1);
  }

  @Test
  void acceptsAFolderThatIsNamedThroughALink() throws IOException {
    anna.withFactory();
    Path link = Files.createSymbolicLink(temporary.resolve("link"), anna.folder());

    assertThat(new StudentFolder(link, anna.workDir()).ready().sources()).hasSize(1);
  }

  @Test
  void passesOverHiddenFilesAndModuleInfo() throws IOException {
    anna.withFactory()
        .with(
            StudentFolder.LAB + "._KafkaLabFactory.java", new byte[] {0, 5, 22, 7, 0, (byte) 0xFF})
        .with(StudentFolder.LAB + "package-info.java", "/** Mine. */ package dev.kafkalab.lab;")
        .with("src/main/java/module-info.java", "module anna { requires nothing.at.all; }");

    assertThat(anna.ready().sources())
        .extracting(source -> source.copy().getFileName().toString())
        .containsExactly("KafkaLabFactory.java", "package-info.java");
  }

  @Test
  void findsAClassWhoseFileIsInAnotherFolder() throws IOException {
    anna.with("src/main/java/anywhere/KafkaLabFactory.java", StudentFolder.FACTORY);

    assertThat(filesBelow(anna.ready().classes()))
        .contains("dev/kafkalab/lab/KafkaLabFactory.class");
  }

  @Test
  void letsASubmissionUseKafkaAndJackson() throws IOException {
    anna.withFactory()
        .withClass(
            "Clients",
            """
              org.apache.kafka.clients.consumer.KafkaConsumer<String, String> consumer;
              Object mapper = new com.fasterxml.jackson.databind.ObjectMapper();
            """);

    anna.ready();
  }

  @Test
  void acceptsARecordAsFactory() throws IOException {
    anna.with(
        StudentFolder.LAB + "KafkaLabFactory.java",
        StudentFolder.FACTORY.replace(
            "class KafkaLabFactory implements", "record KafkaLabFactory() implements"));

    anna.ready();
  }

  @Test
  void neverRunsAnAnnotationProcessorOrACompilerPlugin() throws IOException {
    String processor = "META-INF/services/javax.annotation.processing.Processor";
    String plugin = "META-INF/services/com.sun.source.util.Plugin";
    anna.withFactory();
    for (String place : List.of("", "src/main/java/", "src/main/resources/")) {
      anna.with(place + processor, ExplosiveProcessor.class.getName())
          .with(place + plugin, ExplosivePlugin.class.getName());
    }
    List<Path> classPath = new ArrayList<>(StudentFolder.labClassPath());
    classPath.add(anna.folder());
    classPath.add(StudentFolder.whereFrom(ExplosiveProcessor.class));

    PreparedSubmission preparation =
        new SubmissionCompiler(classPath, CompilerLimits.USUAL)
            .prepare(anna.folder(), anna.workDir());

    assertThat(preparation).isInstanceOf(Ready.class);
  }

  @Test
  void seesNothingOfTheGradersOwnClassPath() throws IOException {
    anna.withFactory().withClass("Peeping", Assertions.class.getName() + " grader;");

    assertThat(anna.onlyProblem().message())
        .isEqualTo("There is no package 'org.assertj.core.api' in this lab.");
  }

  @Test
  void compilesNoSourceThatLiesOnTheClassPath() throws IOException {
    anna.withFactory().withClass("User", "dev.kafkalab.lab.Lying lying;");
    Path elsewhere = temporary.resolve("elsewhere");
    Path lying = elsewhere.resolve("dev/kafkalab/lab/Lying.java");
    Files.createDirectories(lying.getParent());
    Files.writeString(lying, "package dev.kafkalab.lab; class Lying {}");
    List<Path> classPath = new ArrayList<>(StudentFolder.labClassPath());
    classPath.add(elsewhere);

    PreparedSubmission preparation =
        new SubmissionCompiler(classPath, CompilerLimits.USUAL)
            .prepare(anna.folder(), anna.workDir());

    assertThat(preparation).isInstanceOf(PreparedSubmission.Refused.class);
    assertThat(filesBelow(anna.workDir().resolve("classes"))).isEmpty();
  }

  @Test
  void putsTheResourcesBesideTheClassesButNoClassAndNoLink() throws IOException {
    Path secret = Files.writeString(temporary.resolve("secret"), "not theirs");
    anna.withFactory()
        .with("src/main/resources/types.properties", "login=1")
        .with("src/main/resources/a/b.txt", "text")
        .with("src/main/resources/dev/kafkalab/lab/Hidden.class", "no source");
    Files.createSymbolicLink(anna.folder().resolve("src/main/resources/link"), secret);

    anna.ready();

    assertThat(filesBelow(anna.workDir().resolve("classes")))
        .contains("a/b.txt", "types.properties")
        .noneMatch(name -> name.contains("Hidden") || name.contains("link"));
  }

  @Test
  void refusesResourcesThatAreTooLarge() throws IOException {
    anna.withFactory().with("src/main/resources/large", "x".repeat((1 << 20) + 1));

    assertThat(anna.onlyProblem().message())
        .isEqualTo(
            "The files in src/main/resources are too large: 1 MB each and 10 MB together are the most.");
  }

  @Test
  void refusesResourcesThatAreTooMany() throws IOException {
    anna.withFactory();
    for (int i = 0; i <= 500; i++) {
      anna.with("src/main/resources/f" + i, "");
    }
    assertThat(anna.onlyProblem().message())
        .isEqualTo("src/main/resources has more than 500 files.");
  }

  @Test
  void throwsWhereTheGradersOwnFolderFails() throws IOException {
    anna.withFactory();
    Files.writeString(anna.workDir(), "a file where the folder should be");

    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(anna::prepare);
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
