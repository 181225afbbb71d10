package dev.kafkalab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.launcher.Lab.Grader;
import dev.kafkalab.launcher.Lab.Machine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraderTest {

  private static final Grader ON_WINDOWS =
      new Grader(
          new Machine(true, StandardCharsets.UTF_8, Map.of()),
          "C:\\Program Files\\jdk\\bin\\java.exe",
          "C:\\Users\\Jörg K\\lab",
          "C:\\Users\\Jörg K\\lab\\grader\\jars",
          List.of("C:\\Users\\Jörg K\\a.jar", "C:\\b.jar"));

  private static final Grader ELSEWHERE =
      new Grader(
          new Machine(false, StandardCharsets.UTF_8, Map.of()),
          "/opt/a jdk/bin/java",
          "/home/joe k/lab",
          "/home/joe k/build",
          List.of("/home/joe k/a.jar", "/b.jar"));

  @Test
  void theCommandLineOnWindowsIsAsJavaThereExpectsIt() {
    assertThat(ON_WINDOWS.command("-XX:SharedArchiveFile=C:\\a.jsa", List.of("rubric"), ""))
        .startsWith("C:\\Program Files\\jdk\\bin\\java.exe", "-Xmx384m")
        .contains("-Dstdout.encoding=UTF-8", "-Dkafkalab.root=C:\\Users\\Jörg K\\lab")
        .endsWith(
            "-XX:SharedArchiveFile=C:\\a.jsa",
            "-cp",
            "C:\\Users\\Jörg K\\a.jar;C:\\b.jar",
            "dev.kafkalab.grader.cli.Main",
            "rubric");
  }

  @Test
  void theCommandLineElsewhereLeavesTheEncodingToTheLocale() {
    assertThat(ELSEWHERE.command("", List.of("grade", "a folder", ""), ""))
        .startsWith("/opt/a jdk/bin/java", "-Xmx384m")
        .contains("-Dkafkalab.build=/home/joe k/build")
        .contains("-Dkafkalab.launcher=" + ProcessHandle.current().pid())
        .noneMatch(option -> option.contains("encoding"))
        .endsWith(
            "-cp",
            "/home/joe k/a.jar:/b.jar",
            "dev.kafkalab.grader.cli.Main",
            "grade",
            "a folder",
            "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"selfcheck", "soak", "mutate"})
  void manyGradingsInOneJvmGetMoreMemoryAndSayWhatWasMeasured(String command) {
    assertThat(ELSEWHERE.command("", List.of(command), "1a2b3c"))
        .contains("-Xmx3g", "-XX:ReservedCodeCacheSize=240m", "-Dkafkalab.revision=1a2b3c");
  }

  @Test
  void withoutArgumentsTheGraderSaysWhatIsMissing() {
    assertThat(ELSEWHERE.command("", List.of(), "")).endsWith("dev.kafkalab.grader.cli.Main");
  }
}
