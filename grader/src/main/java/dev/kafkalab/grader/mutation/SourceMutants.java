package dev.kafkalab.grader.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Makes mutants of source files: faults of this field, which no bytecode operator makes. */
final class SourceMutants {

  private static final List<TreeScanner<@Nullable Void, SourceText>> OPERATORS =
      List.of(
          new CallOperators(),
          new LoopOperators(),
          new ExceptionOperators(),
          new SettingOperators(),
          new StateOperators(),
          new OffsetOperators());

  private SourceMutants() {}

  /**
   * Makes all mutants of the files in a folder, in the order of files and operators.
   *
   * @throws IOException if a file cannot be read
   */
  static List<Mutant> of(Path folder) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<Mutant> mutants = new ArrayList<>();
    try (StandardJavaFileManager files =
            javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        JavacTask task =
            (JavacTask)
                javac.getTask(null, files, null, List.of(), null, files.getJavaFileObjects(file));
        CompilationUnitTree unit = task.parse().iterator().next();
        SourceText source =
            new SourceText(
                file.getFileName().toString(),
                Files.readString(file),
                unit,
                Trees.instance(task).getSourcePositions());
        OPERATORS.forEach(operator -> operator.scan(unit, source));
        mutants.addAll(source.mutants());
      }
    }
    return mutants;
  }
}
