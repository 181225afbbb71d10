package dev.kafkalab.grader.mutation;

import dev.kafkalab.grader.mutation.Mutant.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/** Makes mutants of compiled classes with PIT's engine. */
final class ClassMutants {

  /** Its usual operators, and those for constants and for calls whose results are used. */
  private static final List<String> OPERATORS =
      List.of("DEFAULTS", "INLINE_CONSTS", "NON_VOID_METHOD_CALLS");

  private static final String CLASS = ".class";

  private final Path classes;
  private final Path sources;
  private final Mutater engine;
  private final Map<String, Integer> numbers = new HashMap<>();

  private ClassMutants(Path classes, Path sources) {
    this.classes = classes;
    this.sources = sources;
    ClassByteArraySource bytes = this::bytesOf;
    this.engine =
        new GregorEngineFactory()
            .createEngine(EngineArguments.arguments().withMutators(OPERATORS))
            .createMutator(bytes);
  }

  /**
   * Makes all mutants of the classes below a folder, in the order of files and lines.
   *
   * @param sources the folder of the files that they were compiled from
   * @throws IOException if a file cannot be read
   */
  static List<Mutant> of(Path classes, Path sources) throws IOException {
    ClassMutants mutants = new ClassMutants(classes, sources);
    List<Mutant> made = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(CLASS)).sorted().toList()) {
        made.addAll(mutants.of(nameOf(classes.relativize(file).toString())));
      }
    }
    return made;
  }

  private static String nameOf(String file) {
    return file.substring(0, file.length() - CLASS.length()).replaceAll("[/\\\\]", ".");
  }

  private List<Mutant> of(String name) throws IOException {
    List<MutationDetails> found = new ArrayList<>(engine.findMutations(ClassName.fromString(name)));
    found.sort(Comparator.comparingInt(MutationDetails::getLineNumber));
    List<Mutant> made = new ArrayList<>();
    for (MutationDetails details : found) {
      made.add(mutant(name, details));
    }
    return made;
  }

  private Mutant mutant(String name, MutationDetails details) throws IOException {
    String file = details.getFilename();
    int line = details.getLineNumber();
    String operator = operatorOf(details);
    List<String> lines = Files.readAllLines(sources.resolve(file));
    String code = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    int number = numbers.merge(file + line + operator, 1, Integer::sum);
    return new Mutant(
        file,
        line,
        code,
        operator,
        "%s, in %s".formatted(details.getDescription(), details.getMethod()),
        new Change.OfClass(name, engine.getMutation(details.getId()).getBytes()),
        number);
  }

  /** Returns the simple name of PIT's operator, such as {@code pit-math}. */
  private static String operatorOf(MutationDetails details) {
    String name = details.getMutator();
    return "pit-"
        + name.substring(name.lastIndexOf('.') + 1)
            .replaceAll("Mutator.*$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
  }

  private Optional<byte[]> bytesOf(String name) {
    Path file = classes.resolve(name.replace('.', '/') + CLASS);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : platform(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine looks at the types that a class uses, too. */
  private static Optional<byte[]> platform(String name) throws IOException {
    try (var in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + CLASS)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
