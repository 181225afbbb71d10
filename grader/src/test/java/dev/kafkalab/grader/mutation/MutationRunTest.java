package dev.kafkalab.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationRunTest {

  private static final Equivalents ALL_OF_A =
      new Equivalents(List.of(new Equivalents.Entry("A.java", null, null, null, "it says so")));

  private final Mutant mutant =
      new Mutant(
          "A.java", 3, "commit();", "remove-call", "", new Mutant.Change.OfText(0, 1, ""), 1);

  @TempDir private Path folder;

  @Test
  void oneThatIsListedIsNotJudged() throws IOException {
    assertThat(fateAfter(null)).isEqualTo(Fate.EQUIVALENT);
    assertThat(fateAfter(Fate.SURVIVED)).isEqualTo(Fate.EQUIVALENT);
  }

  @Test
  void oneThatWasNoticedIsNotEquivalentWhateverTheListSays() throws IOException {
    assertThat(fateAfter(Fate.KILLED)).isEqualTo(Fate.KILLED);
  }

  @Test
  void listedOnesAreJudgedIfAskedFor() throws IOException {
    assertThat(run(Set.of(Fate.EQUIVALENT)).open(List.of(mutant))).containsExactly(mutant);
    assertThat(run(Set.of(Fate.SURVIVED)).open(List.of(mutant))).isEmpty();
  }

  private Fate fateAfter(@Nullable Fate before) throws IOException {
    if (before != null) {
      file().add(Judged.of(mutant, before, "", 7));
    }
    return run(Set.of()).run(List.of(mutant), 1, judged -> {}).get(0).fate();
  }

  private MutationRun run(Set<Fate> again) throws IOException {
    return new MutationRun(folder, ALL_OF_A, file(), again, 1);
  }

  private JudgedFile file() throws IOException {
    return JudgedFile.open(folder.resolve("mutants.jsonl"));
  }
}
