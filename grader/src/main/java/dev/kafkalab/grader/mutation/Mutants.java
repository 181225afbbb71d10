package dev.kafkalab.grader.mutation;

import dev.kafkalab.grader.resources.Compiling;
import dev.kafkalab.grader.submission.PreparedSubmission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes all mutants of the reference. */
public final class Mutants {

  static final Path SOURCES = Path.of("src", "main", "java", "dev", "kafkalab", "lab");

  private Mutants() {}

  /**
   * Returns them: those of the sources first, then those of the compiled classes.
   *
   * @param reference the folder of the reference solution
   * @param work an empty folder, which the classes are compiled to
   * @throws IOException if a file cannot be read
   */
  public static List<Mutant> of(Path reference, Path work) throws IOException {
    Path sources = reference.resolve(SOURCES);
    List<Mutant> mutants = new ArrayList<>(SourceMutants.of(sources));
    PreparedSubmission compiled = Compiling.of(reference, attempt -> work).once(1);
    if (!(compiled instanceof PreparedSubmission.Ready ready)) {
      throw new IllegalStateException("The reference does not compile: " + compiled);
    }
    Set<String> removed =
        mutants.stream()
            .filter(mutant -> mutant.operator().equals(CallOperators.REMOVE))
            .map(Mutants::place)
            .collect(Collectors.toSet());
    ClassMutants.of(ready.classes(), sources).stream()
        .filter(mutant -> !isRemovedCall(mutant) || !removed.contains(place(mutant)))
        .forEach(mutants::add);
    return mutants;
  }

  private static String place(Mutant mutant) {
    return mutant.file() + ":" + mutant.line();
  }

  /** A call that stands alone is removed in the source already. */
  private static boolean isRemovedCall(Mutant mutant) {
    return mutant.operator().equals("pit-void-method-call");
  }
}
