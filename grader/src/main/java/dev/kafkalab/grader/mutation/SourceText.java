package dev.kafkalab.grader.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.kafkalab.grader.mutation.Mutant.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A parsed source file, and the mutants that were made of it so far. */
final class SourceText {

  private final String file;
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Mutant> mutants = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  SourceText(String file, String text, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  List<Mutant> mutants() {
    return List.copyOf(mutants);
  }

  /** Returns the text of a tree. */
  String code(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** Returns the text between two places. */
  String between(int from, int to) {
    return text.substring(from, to);
  }

  /** Makes a mutant in which a tree is replaced. */
  void replace(Tree tree, String replacement, String operator, String what) {
    replace(start(tree), end(tree), replacement, operator, what);
  }

  /** Makes a mutant in which the text between two places is replaced. */
  void replace(int from, int to, String replacement, String operator, String what) {
    if (from < 0 || to < from) {
      return; // the compiler has added it: it stands nowhere in the file
    }
    int line = (int) unit.getLineMap().getLineNumber(from);
    int number = numbers.merge(operator + line, 1, Integer::sum);
    mutants.add(
        new Mutant(
            file,
            line,
            lineAt(from),
            operator,
            what.replaceAll("\\s+", " "),
            new Change.OfText(from, to, replacement),
            number));
  }

  private String lineAt(int place) {
    int from = text.lastIndexOf('\n', place - 1) + 1;
    int to = text.indexOf('\n', place);
    return text.substring(from, to < 0 ? text.length() : to).strip();
  }
}
