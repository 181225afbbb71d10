package dev.kafkalab.grader.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  private static final String OLD = "20260101-000000-1";
  private static final String NEW = "20260102-000000-1";

  @TempDir private Path builds;

  @BeforeEach
  void buildTwice() throws Exception {
    for (String name : new String[] {OLD, NEW}) {
      Path lib = Files.createDirectories(builds.resolve(name).resolve("lib"));
      Files.createFile(lib.resolve("a.jar"));
      Files.createFile(builds.resolve(name).resolve("in-use"));
    }
    Files.createDirectory(builds.resolve("maven"));
    Files.writeString(builds.resolve("current"), NEW + "\n");
    makeCurrent(Duration.ofHours(1));
  }

  @Test
  void anOldBuildThatNobodyUsesIsRemovedAndNothingElse() throws Exception {
    new Build(builds.resolve(NEW)).removeOld();

    assertThat(builds.resolve(OLD)).doesNotExist();
    assertThat(builds.resolve(NEW).resolve("lib").resolve("a.jar")).exists();
    assertThat(builds.resolve("maven")).exists();
  }

  @Test
  void aBuildThatWasReplacedJustNowMayStillBeChosenBySomebody() throws Exception {
    makeCurrent(Duration.ZERO);

    new Build(builds.resolve(NEW)).removeOld();

    assertThat(builds.resolve(OLD)).exists();
  }

  @Test
  void whoeverRunsAnOldBuildLeavesTheNewOneAlone() throws Exception {
    new Build(builds.resolve(OLD)).removeOld();

    assertThat(builds.resolve(NEW).resolve("in-use")).exists();
  }

  @Test
  @EnabledIf("hasPython")
  void anOldBuildThatAnotherProcessHoldsStays() throws Exception {
    Process holder = hold(builds.resolve(OLD).resolve("in-use"));
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('h');

      new Build(builds.resolve(NEW)).removeOld();

      assertThat(builds.resolve(OLD).resolve("lib").resolve("a.jar")).exists();
    } finally {
      holder.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
    new Build(builds.resolve(NEW)).removeOld();
    assertThat(builds.resolve(OLD)).doesNotExist();
  }

  /** Locks as Java does: POSIX record locks, shared. */
  private static Process hold(Path mark) throws Exception {
    String program =
        "import fcntl,sys;f=open(sys.argv[1]);fcntl.lockf(f,fcntl.LOCK_SH);print('h',flush=True);"
            + "sys.stdin.read()";
    return new ProcessBuilder("python3", "-c", program, mark.toString()).start();
  }

  static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void makeCurrent(Duration ago) throws Exception {
    Files.setLastModifiedTime(builds.resolve("current"), FileTime.from(Instant.now().minus(ago)));
  }
}
