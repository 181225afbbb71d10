package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects the errors that the compiler reports. */
public final class JavacErrors implements DiagnosticListener<JavaFileObject> {

  private static final Pattern UNKNOWN =
      Pattern.compile("symbol: +(?:class|variable|interface) (\\w+)");

  private final SourceNames names;
  private final List<JavacError> errors = new ArrayList<>();

  public JavacErrors(SourceNames names) {
    this.names = names;
  }

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
      errors.add(JavacError.of(diagnostic, names));
    }
  }

  /** Returns whether a class compiled but its file could not be written. */
  public boolean hasUnwrittenClass() {
    return errors.stream().anyMatch(error -> error.code().equals("class.cant.write"));
  }

  /** Returns whether there is any error. */
  public boolean hasAny() {
    return !errors.isEmpty();
  }

  /** Returns the names of classes and variables that the compiler did not know. */
  public Set<String> unknownNames() {
    return errors.stream()
        .map(error -> UNKNOWN.matcher(error.plainText()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** Returns the errors so far, in the student's words. */
  public List<Feedback> feedback() {
    return errors.stream().map(JavacTranslation::translate).toList();
  }
}
