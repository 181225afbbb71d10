package dev.kafkalab.grader.submission;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.submission.compiler.SourceNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's view of a submission: what is declared, and on which line of the student's.
 *
 * @param task the compiler, for questions about types
 * @param units the parsed files
 * @param names where the student has them
 */
record SourceModel(JavacTask task, List<CompilationUnitTree> units, SourceNames names) {

  /** Returns the submission's classes, also those inside other classes; needs their analysis. */
  List<TypeElement> types() {
    Trees trees = Trees.instance(task);
    List<TypeElement> types = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      for (Tree declaration : unit.getTypeDecls()) {
        if (declaration instanceof ClassTree) {
          Element element = trees.getElement(new TreePath(new TreePath(unit), declaration));
          addWithMembers((TypeElement) element, types);
        }
      }
    }
    return types;
  }

  private static void addWithMembers(TypeElement type, List<TypeElement> types) {
    types.add(type);
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      addWithMembers(member, types);
    }
  }

  /** Returns the place of a class's declaration. */
  @Nullable Location locate(TypeElement type) {
    TreePath path = Trees.instance(task).getPath(type);
    return path == null ? null : locate(path.getCompilationUnit(), path.getLeaf());
  }

  /** Returns the place of a piece of source. */
  @Nullable Location locate(CompilationUnitTree unit, Tree tree) {
    long position = Trees.instance(task).getSourcePositions().getStartPosition(unit, tree);
    long line = position < 0 ? 1 : unit.getLineMap().getLineNumber(position);
    return names.locate(unit.getSourceFile(), line);
  }
}
