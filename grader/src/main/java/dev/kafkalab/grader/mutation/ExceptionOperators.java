package dev.kafkalab.grader.mutation;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Catches more or less, swallows what was caught, and lets through what was handled. */
final class ExceptionOperators extends TreeScanner<@Nullable Void, SourceText> {

  private static final List<String> OTHER_TYPES =
      List.of("RuntimeException", "Exception", "Throwable", "IllegalStateException");

  @Override
  public @Nullable Void visitCatch(CatchTree handler, SourceText source) {
    Tree type = handler.getParameter().getType();
    String caught = source.code(type);
    OTHER_TYPES.stream()
        .filter(other -> !other.equals(caught))
        .forEach(
            other ->
                source.replace(
                    type, other, "catch-other", "catches %s, not %s".formatted(other, caught)));
    if (type instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(left -> leaveOut(union, left, source));
    }
    String name = handler.getParameter().getName().toString();
    int begin = source.start(handler.getBlock()) + 1;
    source.replace(
        begin,
        begin,
        "if (true) { throw %s; }".formatted(name),
        "rethrow",
        "lets %s through".formatted(caught));
    source.replace(handler.getBlock(), "{}", "swallow", "swallows %s".formatted(caught));
    return super.visitCatch(handler, source);
  }

  private static void leaveOut(UnionTypeTree union, Tree left, SourceText source) {
    String others =
        union.getTypeAlternatives().stream()
            .filter(type -> type != left)
            .map(source::code)
            .collect(Collectors.joining(" | "));
    source.replace(union, others, "catch-less", "does not catch " + source.code(left));
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree thrown, SourceText source) {
    source.replace(thrown, ";", "do-not-throw", "without " + source.code(thrown));
    return super.visitThrow(thrown, source);
  }

  @Override
  public @Nullable Void visitTry(TryTree guarded, SourceText source) {
    if (guarded.getFinallyBlock() != null) {
      source.replace(guarded.getFinallyBlock(), "{}", "empty-finally", "without what finally does");
    }
    return super.visitTry(guarded, source);
  }
}
