package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Location;
import java.io.IOException;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * One error of the compiler's, in its own words.
 *
 * @param code what kind of error it is, such as {@code cant.resolve}; the names are those of
 *     javac's {@code compiler.properties} without {@code compiler.err}
 * @param text the compiler's English message, of one or more lines
 * @param location where the student has the line, if it is one of theirs
 * @param sourceLine that line, empty where there is none
 */
record JavacError(String code, String text, @Nullable Location location, String sourceLine) {

  private static final String PREFIX = "compiler.err.";

  static JavacError of(Diagnostic<? extends JavaFileObject> diagnostic, SourceNames names) {
    String code = String.valueOf(diagnostic.getCode());
    return new JavacError(
        code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code,
        // Not ENGLISH: javac has no bundle of that name and would take the machine's language.
        diagnostic.getMessage(Locale.ROOT),
        names.locate(diagnostic.getSource(), diagnostic.getLineNumber()),
        lineOf(diagnostic.getSource(), diagnostic.getLineNumber()));
  }

  /** Returns the message with classes' simple names. */
  String plainText() {
    return SimpleNames.in(text);
  }

  /** Returns the first line of the message, which the others only explain. */
  String headline() {
    return plainText().lines().findFirst().orElse("").strip().replaceFirst(";$", "");
  }

  private static String lineOf(@Nullable JavaFileObject file, long line) {
    if (file == null || file.getKind() != JavaFileObject.Kind.SOURCE || line < 1) {
      return "";
    }
    try {
      CharSequence source = file.getCharContent(true);
      return source.toString().lines().skip(line - 1).findFirst().orElse("").strip();
    } catch (IOException e) {
      // The error is worth more than the quotation of its line.
      return "";
    }
  }
}
