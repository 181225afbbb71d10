package dev.kafkalab.grader.mutation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Shares the state of instances, and keeps what may change. */
final class StateOperators extends TreeScanner<@Nullable Void, SourceText> {

  @Override
  public @Nullable Void visitClass(ClassTree type, SourceText source) {
    if (type.getKind() == Kind.CLASS) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field) {
          share(field, source);
        } else if (member instanceof MethodTree method) {
          cache(method, source);
        }
      }
    }
    return super.visitClass(type, source);
  }

  /** A field without a value of its own is assigned by the constructor, which final forbids. */
  private static void share(VariableTree field, SourceText source) {
    if (field.getModifiers().getFlags().contains(Modifier.STATIC)) {
      return;
    }
    String shared = source.code(field).replaceFirst("private (final )?", "private static ");
    source.replace(
        field, shared, "share-state", "all instances share the field " + field.getName());
  }

  /** Keeps the first result of a method without parameters. */
  private static void cache(MethodTree method, SourceText source) {
    Tree result = method.getReturnType();
    List<? extends StatementTree> body =
        method.getBody() == null ? List.of() : method.getBody().getStatements();
    if (result == null
        || !method.getParameters().isEmpty()
        || body.size() != 1
        || !(body.get(0) instanceof ReturnTree returned)
        || method.getModifiers().getFlags().contains(Modifier.STATIC)) {
      return;
    }
    String type =
        result instanceof PrimitiveTypeTree primitive
            ? boxed(primitive)
            : source.code(result).replace("@Nullable ", "");
    String name = "cachedBy" + method.getName();
    source.replace(
        source.start(method),
        source.end(method),
        "private java.util.List<%s> %s; %s"
            .formatted(
                type,
                name,
                source
                    .code(method)
                    .replace(
                        source.code(returned),
                        "if (%1$s == null) { %1$s = java.util.List.of(%2$s); } return %1$s.get(0);"
                            .formatted(name, source.code(returned.getExpression())))),
        "cache-result",
        "the first result of " + method.getName() + "() is kept");
  }

  private static String boxed(PrimitiveTypeTree type) {
    return switch (type.getPrimitiveTypeKind()) {
      case BOOLEAN -> "Boolean";
      case LONG -> "Long";
      case INT -> "Integer";
      default -> "Object";
    };
  }
}
