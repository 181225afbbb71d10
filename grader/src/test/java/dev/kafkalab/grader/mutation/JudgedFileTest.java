package dev.kafkalab.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedFileTest {

  private final Mutant mutant = mutant("commit();");

  @TempDir private Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void newFile() {
    file = folder.resolve("new").resolve("mutants.jsonl");
  }

  @Test
  void whatWasJudgedIsKnownToTheNextRun() throws IOException {
    Judged judged = Judged.of(mutant, Fate.KILLED, "consumer.crash", 7);
    JudgedFile.open(file).add(judged);

    assertThat(JudgedFile.open(file).of(mutant)).contains(judged);
  }

  @Test
  void aLineThatWasChangedSinceIsJudgedAgain() throws IOException {
    JudgedFile.open(file).add(Judged.of(mutant, Fate.KILLED, "consumer.crash", 7));

    assertThat(JudgedFile.open(file).of(mutant("commitAsync();"))).isEmpty();
  }

  @Test
  void theLaterOfTwoResultsCounts() throws IOException {
    JudgedFile written = JudgedFile.open(file);
    written.add(Judged.of(mutant, Fate.SURVIVED, "", 7));
    written.add(Judged.of(mutant, Fate.KILLED, "consumer.crash", 8));

    assertThat(JudgedFile.open(file).of(mutant).map(Judged::fate)).contains(Fate.KILLED);
  }

  @Test
  void aLineThatWasCutOffByAKillIsPassedOver() throws IOException {
    JudgedFile.open(file).add(Judged.of(mutant, Fate.SURVIVED, "", 7));
    Files.writeString(file, "{\"id\":\"A.java:2", StandardOpenOption.APPEND);

    assertThat(JudgedFile.open(file).of(mutant)).isPresent();
  }

  @Test
  void theCriteriaThatNoticedMostOfAFileComeFirst() throws IOException {
    JudgedFile written = JudgedFile.open(file);
    written.add(Judged.of(mutant("a();"), Fate.KILLED, "consumer.crash", 7));
    written.add(Judged.of(other(3), Fate.KILLED, "bonus.batch", 7));
    written.add(Judged.of(other(4), Fate.KILLED, "bonus.batch", 7));

    assertThat(written.bestOf("A.java", 2)).containsExactly("bonus.batch", "consumer.crash");
    assertThat(written.bestOf("A.java", 1)).containsExactly("bonus.batch");
    assertThat(written.bestOf("B.java", 1)).isEmpty();
  }

  private static Mutant mutant(String code) {
    return new Mutant(
        "A.java", 2, code, "remove-statement", "w", new Mutant.Change.OfText(1, 2, ""), 1);
  }

  private static Mutant other(int line) {
    return new Mutant(
        "A.java", line, "b();", "swallow", "w", new Mutant.Change.OfText(1, 2, ""), 1);
  }
}
