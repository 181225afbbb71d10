package dev.kafkalab.grader.mutation;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drops settings, gives them other values, and depends on what a machine has by default. */
final class SettingOperators extends TreeScanner<@Nullable Void, SourceText> {

  private static final Map<String, List<String>> OTHER_VALUES =
      Map.of(
          "\"all\"", List.of("\"1\"", "\"0\""),
          "\"earliest\"", List.of("\"latest\"", "\"none\""));

  private static final Map<String, String> MACHINE_DEFAULTS =
      Map.of(
          "UTF_8", "java.nio.charset.Charset.defaultCharset()",
          "StandardCharsets.UTF_8", "java.nio.charset.Charset.defaultCharset()",
          "Locale.ROOT", "java.util.Locale.getDefault()",
          "ZoneOffset.UTC", "java.time.ZoneId.systemDefault()");

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, SourceText source) {
    String method = source.code(call.getMethodSelect());
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (method.endsWith("Map.of") && arguments.size() > 1) {
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        dropPair(arguments, i, source);
      }
    }
    if (method.endsWith(".enable")) {
      dropStep(call, source);
    }
    return super.visitMethodInvocation(call, source);
  }

  private static void dropPair(
      List<? extends ExpressionTree> arguments, int first, SourceText source) {
    int from = source.start(arguments.get(first));
    int to = source.end(arguments.get(first + 1));
    if (first + 2 < arguments.size()) {
      to = source.start(arguments.get(first + 2));
    } else if (first > 0) {
      from = source.end(arguments.get(first - 1));
    }
    source.replace(
        from, to, "", "drop-setting", "without the setting " + source.code(arguments.get(first)));
  }

  /** Removes one call of a chain that configures something. */
  private static void dropStep(MethodInvocationTree call, SourceText source) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      source.replace(
          source.end(select.getExpression()),
          source.end(call),
          "",
          "drop-setting",
          "without " + source.code(call.getArguments().get(0)));
    }
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, SourceText source) {
    String code = source.code(literal);
    OTHER_VALUES
        .getOrDefault(code, List.of())
        .forEach(other -> replaceValue(literal, other, source));
    switch (literal.getKind()) {
      case BOOLEAN_LITERAL -> replaceValue(literal, code.equals("true") ? "false" : "true", source);
      case INT_LITERAL ->
          replaceValue(literal, code.equals("0") ? "1" : "(" + code + " * 1000)", source);
      default -> {
        // other constants are left to the bytecode's operators
      }
    }
    return super.visitLiteral(literal, source);
  }

  private static void replaceValue(Tree value, String other, SourceText source) {
    source.replace(
        value, other, "other-value", "%s instead of %s".formatted(other, source.code(value)));
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree name, SourceText source) {
    machineDefault(name, source);
    return super.visitIdentifier(name, source);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree select, SourceText source) {
    machineDefault(select, source);
    return super.visitMemberSelect(select, source);
  }

  private static void machineDefault(Tree tree, SourceText source) {
    String replacement = MACHINE_DEFAULTS.get(source.code(tree));
    if (replacement != null && source.start(tree) > importsEnd(source)) {
      source.replace(
          tree, replacement, "machine-default", "%s depends on the machine".formatted(replacement));
    }
  }

  private static int importsEnd(SourceText source) {
    return source.unit().getImports().stream().mapToInt(source::end).max().orElse(0);
  }
}
