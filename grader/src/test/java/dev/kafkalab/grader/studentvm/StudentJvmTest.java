package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkalab.grader.isolation.Confinement;
import dev.kafkalab.grader.studentvm.launch.ChildClassPath;
import dev.kafkalab.grader.studentvm.launch.Place;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.studentvm.process.Allowance;
import dev.kafkalab.grader.studentvm.process.Outbox;
import dev.kafkalab.grader.wire.Bounds;
import dev.kafkalab.grader.wire.ToChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentJvmTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void oneThatDiesBeforeItIsReadyIsOurFault() throws IOException {
    try (StudentJvm jvm = start(emptyJar())) {
      assertThatExceptionOfType(JvmFault.class)
          .isThrownBy(() -> call(jvm).await(LONG))
          .withMessageContaining("ended with exit code 1 before it was ready")
          .withMessageContaining("ChildMain");
    }
  }

  @Test
  void oneWithABrokenChildSideIsOurFault() throws IOException {
    Path garbage = Files.writeString(folder.resolve("child.jar"), "garbage");
    try (StudentJvm jvm = start(garbage)) {
      assertThatExceptionOfType(JvmFault.class).isThrownBy(() -> call(jvm).await(LONG));
    }
  }

  @Test
  void aProgramThatDiesBeforeItIsReadyIsOurFault() throws IOException {
    StudentJvmSettings settings =
        new StudentJvmSettings(
            List.of(emptyJar()), Confinement.process(folder), Place.drawnFrom(7), false);
    try (StudentApp app =
        StudentApp.start(
            settings,
            settings.confinement().newCell(),
            "dev.kafkalab.lab.ConsumerApp",
            List.of(),
            "t")) {
      assertThatExceptionOfType(JvmFault.class)
          .isThrownBy(() -> Awaitility.await().atMost(LONG).until(() -> app.end().isPresent()));
    }
  }

  @Test
  void oneThatIsReadyAnswersForItsOwnEnd() {
    try (StudentJvm jvm = readyJvm()) {
      jvm.process().destroy();

      assertThatExceptionOfType(StudentFailure.JvmEnded.class)
          .isThrownBy(() -> Awaitility.await().atMost(LONG).until(() -> hasFailed(jvm)));
    }
  }

  @Test
  void oneThatDoesNotReadHoldsUpNobody() throws IOException {
    Process deaf = new ProcessBuilder("sleep", "60").start();
    Outbox outbox = Outbox.start("deaf", deaf.getOutputStream());
    byte[] line = new byte[1 << 20];
    for (int i = 0; i < 10; i++) {
      outbox.send(line);
    }
    outbox.end();
    deaf.destroyForcibly();
  }

  @Test
  void whatItIsToRememberIsBounded() {
    Allowance byNumber = new Allowance();
    for (int i = 0; i < Bounds.MOST_CALLS; i++) {
      assertThat(byNumber.takeCall(100, 10)).isTrue();
    }
    assertThat(byNumber.takeCall(100, 10)).isFalse();

    Allowance bySize = new Allowance();
    assertThat(bySize.takeCall((int) Bounds.MOST_CALL_BYTES, 10)).isTrue();
    assertThat(bySize.takeCall(1, 1)).isFalse();

    Allowance byValues = new Allowance();
    assertThat(byValues.takeCall(100, (int) Bounds.MOST_CALL_VALUES)).isTrue();
    assertThat(byValues.takeCall(1, 1)).isFalse();

    Allowance ofAnyKind = new Allowance();
    for (int i = 0; i < Bounds.MOST_MESSAGES; i++) {
      assertThat(ofAnyKind.takeMessage()).isTrue();
    }
    assertThat(ofAnyKind.takeMessage()).isFalse();
  }

  private Path emptyJar() throws IOException {
    Path jar = folder.resolve("empty.jar");
    new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
    return jar;
  }

  private StudentJvm start(Path classPath) {
    return StudentJvm.start(
        new StudentJvmSettings(
            List.of(classPath), Confinement.process(folder), Place.drawnFrom(7), false));
  }

  private StudentJvm readyJvm() {
    StudentJvm jvm =
        StudentJvm.start(
            new StudentJvmSettings(
                ChildClassPath.forRunning(folder),
                Confinement.process(folder),
                Place.drawnFrom(7),
                false));
    awaitReady(jvm);
    return jvm;
  }

  /** A call of what is not there is answered, and by a JVM that is ready. */
  private static void awaitReady(StudentJvm jvm) {
    assertThatExceptionOfType(StudentFailure.Threw.class).isThrownBy(() -> call(jvm).await(LONG));
  }

  private static PendingCall call(StudentJvm jvm) {
    return jvm.call("stop()", id -> new ToChild.Stop(id, "nobody", false));
  }

  private static boolean hasFailed(StudentJvm jvm) {
    jvm.failIfEnded();
    return false;
  }
}
