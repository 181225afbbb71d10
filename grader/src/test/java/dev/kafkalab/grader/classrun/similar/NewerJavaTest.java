package dev.kafkalab.grader.classrun.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerJavaTest {

  @TempDir private Path machine;

  private Path jdk(String folder, String version) throws IOException {
    Path home = machine.resolve(folder);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  @Test
  void theOldestThatIsNewEnoughStandsBesideTheOwnOne() throws IOException {
    Path own = jdk("jvm/17", "17.0.15");
    jdk("jvm/25", "25.0.3");
    Path best = jdk("jvm/21", "21");
    jdk("jvm/8", "1.8.0_412");
    Files.createDirectories(machine.resolve("jvm/22-without-anything"));

    assertThat(NewerJava.find(Map.of(), own)).contains(best);
  }

  @Test
  void onlyAJdkWillDo() throws IOException {
    Path own = jdk("jvm/17", "17.0.15");
    Files.delete(jdk("jvm/21-without-a-compiler", "21.0.1").resolve("bin/javac"));
    jdk("jvm/of-nobody", "none");
    Files.delete(jdk("jvm/25-without-a-version", "25").resolve("release"));

    assertThat(NewerJava.find(Map.of(), own)).isEmpty();
    assertThat(NewerJava.isGoodEnough(own)).isFalse();
  }

  @Test
  void theOneThatMacsHaveIsABundle() throws IOException {
    Path own = jdk("Machines/temurin-17.jdk/Contents/Home", "17.0.15");
    Path other = jdk("Machines/temurin-21.jdk/Contents/Home", "21.0.7");

    assertThat(NewerJava.find(Map.of(), own)).contains(other);
  }

  @Test
  void variablesNameOthers() throws IOException {
    Path own = jdk("own/17", "17.0.15");
    Path other = jdk("tools/21", "21.0.7");

    assertThat(NewerJava.find(Map.of("JAVA_HOME_21_X64", other.toString()), own)).contains(other);
    assertThat(NewerJava.find(Map.of("JAVA_HOME", other.toString()), own)).contains(other);
    assertThat(NewerJava.find(Map.of("JAVA_HOME", "", "HOME", other.toString()), own)).isEmpty();
  }
}
