package dev.kafkalab.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the reference, and what is said to be equivalent to it. */
@EnabledIf("thereIsAReference")
class MutantsTest {

  private static final Path REFERENCE = Path.of("..", "reference-solution");
  private static final int LEAST = 400;

  @TempDir private Path work;

  static boolean thereIsAReference() {
    return Files.isDirectory(REFERENCE);
  }

  @Test
  void thereAreHundredsAndEachHasANameOfItsOwn() throws IOException {
    List<Mutant> mutants = Mutants.of(REFERENCE, work);

    assertThat(mutants).hasSizeGreaterThan(LEAST);
    assertThat(mutants.stream().map(Mutant::id)).doesNotHaveDuplicates();
    assertThat(mutants.stream().map(Mutant::operator))
        .contains("remove-statement", "swallow", "pit-math", "pit-remove-conditional");
  }

  @Test
  void eachReasonIsAboutAMutantThatThereIs() throws IOException {
    List<Mutant> mutants = Mutants.of(REFERENCE, work);

    assertThat(Equivalents.read(Path.of("mutants", "equivalent.yaml")).entries())
        .as("grader/mutants/equivalent.yaml: there is no such mutant any more")
        .filteredOn(entry -> mutants.stream().noneMatch(entry::covers))
        .isEmpty();
  }
}
