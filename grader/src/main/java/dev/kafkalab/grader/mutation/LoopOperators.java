package dev.kafkalab.grader.mutation;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Leaves out an element, a partition, an event type or a step of a chain. */
final class LoopOperators extends TreeScanner<@Nullable Void, SourceText> {

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, SourceText source) {
    String all = source.code(loop.getExpression());
    skipFirst(loop, all, source);
    StatementTree body = loop.getStatement();
    if (body instanceof BlockTree block && !block.getStatements().isEmpty()) {
      int end = source.end(block) - 1;
      source.replace(end, end, "if (true) { break; }", "first-only", "only the first of " + all);
    }
    return super.visitEnhancedForLoop(loop, source);
  }

  private static void skipFirst(EnhancedForLoopTree loop, String all, SourceText source) {
    source.replace(
        loop.getExpression(),
        "java.util.stream.StreamSupport.stream(("
            + all
            + ").spliterator(), false).skip(1).toList()",
        "skip-first",
        "all but the first of " + all);
  }

  @Override
  public @Nullable Void visitCase(CaseTree branch, SourceText source) {
    if (!branch.getExpressions().isEmpty()) {
      source.replace(
          branch,
          "",
          "remove-case",
          "without the case " + source.code(branch.getExpressions().get(0)));
    }
    return super.visitCase(branch, source);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, SourceText source) {
    if (source.code(call.getMethodSelect()).endsWith(".forEach")) {
      String all = source.code(call.getMethodSelect()).replaceAll("\\.forEach$", "");
      source.replace(
          call.getMethodSelect(),
          all + ".stream().skip(1).forEach",
          "skip-first",
          "all but the first of " + all);
      source.replace(
          call.getMethodSelect(),
          all + ".stream().limit(1).forEach",
          "first-only",
          "only the first of " + all);
    }
    return super.visitMethodInvocation(call, source);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree reference, SourceText source) {
    if (source.code(reference).endsWith("::sum") || source.code(reference).endsWith("::add")) {
      source.replace(
          reference, "(before, next) -> next", "last-only", "the last one instead of the sum");
    }
    return super.visitMemberReference(reference, source);
  }
}
