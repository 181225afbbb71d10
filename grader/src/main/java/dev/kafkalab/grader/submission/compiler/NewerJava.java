package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes lines that a newer Java would accept: javac itself only says what it expected. */
final class NewerJava {

  private static final List<Feature> FEATURES =
      List.of(
          feature("record patterns", 21, "instanceof +(?:final +)?\\w+ *\\("),
          feature(
              "patterns in a switch", 21, "case +\\w+ *\\(|case +[A-Z]\\w* +\\w+ *(?:->|:|when)"),
          feature("'_' for what is not used", 22, "[(,] *_ *[),]|\\b_ *->|\\w+ +_ *[=;:)]"),
          feature("virtual threads", 21, "ofVirtual|startVirtualThread|VirtualThreadPerTask"),
          feature(
              "getFirst(), getLast() and reversed() of a List",
              21,
              "\\.(?:getFirst|getLast|removeFirst|removeLast|addFirst|addLast|reversed)\\(\\)?"));

  private NewerJava() {}

  /** Describes the feature that the line of an error uses, if it uses one. */
  static Optional<Feedback> in(JavacError error) {
    if (error.code().startsWith("preview.feature") || error.code().startsWith("feature.not.supp")) {
      return Optional.of(CompilerFeedback.newerJava("what this line uses", 18));
    }
    boolean isRelated =
        error.code().startsWith("cant.resolve")
            || error.code().startsWith("expected")
            || error.code().startsWith("illegal.start")
            || error.code().startsWith("underscore.as")
            || error.code().equals("use.of.underscore.not.allowed")
            || error.code().equals("not.stmt")
            || error.code().equals("constant.label.not.compatible");
    return FEATURES.stream()
        .filter(feature -> isRelated && feature.line().matcher(error.sourceLine()).find())
        .findFirst()
        .map(feature -> CompilerFeedback.newerJava(feature.name(), feature.since()));
  }

  private static Feature feature(String name, int since, String line) {
    return new Feature(name, since, Pattern.compile(line));
  }

  private record Feature(String name, int since, Pattern line) {}
}
