package dev.kafkalab.grader.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes statements and branches, and changes their order. */
final class CallOperators extends TreeScanner<@Nullable Void, SourceText> {

  static final String REMOVE = "remove-statement";

  private static final Set<Kind> DONE_FOR_EFFECT =
      Set.of(
          Kind.METHOD_INVOCATION,
          Kind.ASSIGNMENT,
          Kind.POSTFIX_INCREMENT,
          Kind.POSTFIX_DECREMENT,
          Kind.PLUS_ASSIGNMENT);

  @Override
  public @Nullable Void visitBlock(BlockTree block, SourceText source) {
    List<? extends StatementTree> statements = block.getStatements();
    for (int i = 1; i < statements.size(); i++) {
      swap(statements.get(i - 1), statements.get(i), source);
    }
    return super.visitBlock(block, source);
  }

  /**
   * Of two statements that stand for what they do, the second may come first: it still compiles.
   */
  private static void swap(StatementTree one, StatementTree other, SourceText source) {
    if (!isDoneForEffect(one) || !isDoneForEffect(other)) {
      return;
    }
    int from = source.start(one);
    int to = source.end(other);
    String between = source.between(source.end(one), source.start(other));
    source.replace(
        from,
        to,
        source.code(other) + between + source.code(one),
        "swap-statements",
        source.code(other) + " comes before " + source.code(one));
  }

  private static boolean isDoneForEffect(StatementTree statement) {
    return statement instanceof IfTree
        || (statement instanceof ExpressionStatementTree expression
            && DONE_FOR_EFFECT.contains(expression.getExpression().getKind()));
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, SourceText source) {
    if (DONE_FOR_EFFECT.contains(statement.getExpression().getKind())
        && !source.code(statement).startsWith("super(")
        && !source.code(statement).startsWith("this(")) {
      source.replace(statement, ";", REMOVE, "without " + source.code(statement));
    }
    return super.visitExpressionStatement(statement, source);
  }

  @Override
  public @Nullable Void visitIf(IfTree branch, SourceText source) {
    StatementTree otherwise = branch.getElseStatement();
    if (otherwise != null) {
      source.replace(otherwise, "{}", "remove-else", "without the else branch");
    }
    source.replace(branch.getThenStatement(), "{}", "remove-then", "without the branch");
    return super.visitIf(branch, source);
  }
}
