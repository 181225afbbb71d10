package dev.kafkalab.grader.mutation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Counts one more or one less where records are counted. */
final class OffsetOperators extends TreeScanner<@Nullable Void, SourceText> {

  @Override
  public @Nullable Void visitBinary(BinaryTree sum, SourceText source) {
    if (sum.getKind() == Kind.PLUS && source.code(sum.getRightOperand()).equals("1")) {
      source.replace(sum, source.code(sum.getLeftOperand()), "one-less", "without + 1: one less");
      source.replace(sum.getRightOperand(), "2", "one-more", "+ 2: one more");
    }
    return super.visitBinary(sum, source);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, SourceText source) {
    String code = source.code(call);
    if (code.endsWith(".offset()") || code.endsWith(".partition()")) {
      source.replace(call, "(" + code + " + 1)", "one-more", code + " + 1");
      source.replace(call, "(" + code + " - 1)", "one-less", code + " - 1");
    }
    return super.visitMethodInvocation(call, source);
  }
}
