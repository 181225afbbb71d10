package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates the compiler's errors into plain words.
 *
 * <p>The code says which kind of error it is and does not change between versions of Java. The
 * names in it are read from the English text: if a version of Java words it differently, the
 * student gets the compiler's own words.
 */
final class JavacTranslation {

  /** Longer than any honest message: a type's name can be made as long as its file. */
  private static final int MAX_CHARACTERS = 300;

  /** Errors that are about a package: without it the student would not know which. */
  private static final Set<String> KEEPS_PACKAGES = Set.of("doesnt.exist", "duplicate.class");

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(.+) is not abstract and does not override abstract method (.+) in (.+)",
              m -> CompilerFeedback.missingMethod(type(m.group(1)), m.group(2), m.group(3)),
              "does.not.override.abstract"),
          rule(
              "(.+) in (.+) cannot (?:implement|override) .+ in (.+)",
              m -> CompilerFeedback.notPublicEnough(m.group(1), type(m.group(2)), m.group(3)),
              "override.weaker.access"),
          rule(
              "does not override",
              m -> CompilerFeedback.overridesNothing(),
              "method.does.not.override.superclass"),
          rule(
              "symbol: +(.+)(?:\\R *location: +(.+))?",
              m -> CompilerFeedback.unknownSymbol(m.group(1), m.group(2)),
              "cant.resolve",
              "cant.resolve.args",
              "cant.resolve.args.params",
              "cant.resolve.location",
              "cant.resolve.location.args",
              "cant.resolve.location.args.params"),
          rule(
              "package (\\S+) does not exist",
              m -> CompilerFeedback.unknownPackage(m.group(1)),
              "doesnt.exist"),
          rule(
              "(\\S+) is public, should be declared in a file named (\\S+)",
              m -> CompilerFeedback.otherFileName(m.group(1), m.group(2)),
              "class.public.should.be.in.file"),
          rule(
              "duplicate class: (\\S+)",
              m -> CompilerFeedback.duplicateClass(m.group(1)),
              "duplicate.class"),
          rule(
              "incompatible types: (.+)",
              m -> CompilerFeedback.incompatibleTypes(m.group(1)),
              "prob.found.req"),
          rule(
              "^(?:constructor (\\S+) in|(?:method|constructor) (\\S+) in) [\\s\\S]*required: (.+)\\R *found: +(.+)",
              m ->
                  CompilerFeedback.otherArguments(
                      m.group(1) == null ? m.group(2) : "new " + m.group(1),
                      m.group(3),
                      m.group(4)),
              "cant.apply.symbol"),
          rule(
              "(.+) in (.+) cannot (?:implement|override) .+ in (.+)\\R.*does not throw (\\S+)",
              m ->
                  CompilerFeedback.throwsTooMuch(
                      m.group(1), type(m.group(2)), m.group(3), m.group(4)),
              "override.meth.doesnt.throw"),
          rule(
              "local variables referenced from",
              m -> CompilerFeedback.notEffectivelyFinal(),
              "cant.ref.non.effectively.final.var",
              "local.var.accessed.from.icls.needs.final"),
          rule(
              "variable (\\S+) (?:not initialized|might not have been)",
              m -> CompilerFeedback.neverSet(m.group(1)),
              "var.might.not.have.been.initialized",
              "var.not.initialized.in.default.constructor"),
          rule("missing return", m -> CompilerFeedback.missingReturn(), "missing.ret.stmt"),
          rule(
              "unreported exception ([^\\s;]+)",
              m -> CompilerFeedback.unreportedException(m.group(1)),
              "unreported.exception.need.to.catch.or.throw",
              "unreported.exception.default.constructor",
              "unreported.exception.implicit.close"),
          rule(
              "(.+) expected$",
              m -> CompilerFeedback.expected(m.group(1)),
              "expected",
              "expected2",
              "expected3",
              "expected4"),
          rule("not a statement", m -> CompilerFeedback.notAStatement(), "not.stmt"),
          rule("illegal start", m -> CompilerFeedback.illegalStart(), "illegal.start.of.expr"),
          rule("end of file", m -> CompilerFeedback.endsTooSoon(), "premature.eof"),
          rule(
              "illegal character: (.+)",
              m -> CompilerFeedback.illegalCharacter(m.group(1)),
              "illegal.char"),
          rule(
              "error while writing ([^\\s:]+)",
              m -> CompilerFeedback.unwrittenClass(m.group(1)),
              "class.cant.write"));

  private JavacTranslation() {}

  /** Returns the error in plain words, with its location and source line. */
  static Feedback translate(JavacError error) {
    Feedback words =
        NewerJava.in(error)
            .or(() -> RULES.stream().flatMap(rule -> rule.apply(error).stream()).findFirst())
            .orElseGet(() -> CompilerFeedback.other(error.headline()));
    List<Fact> facts = new ArrayList<>();
    if (!error.sourceLine().isEmpty()) {
      facts.add(Fact.fact("source line", shortened(error.sourceLine())));
    }
    if (!error.code().equals("class.cant.write")) {
      facts.add(Fact.fact("javac", shortened(error.text().replaceAll("\\s+", " "))));
    }
    return new Feedback(shortened(words.message()), words.hint(), error.location(), facts);
  }

  private static String shortened(String text) {
    return Ellipsis.after(MAX_CHARACTERS, text);
  }

  /** Javac writes {@code <anonymous X$1>} for a class without a name. */
  private static String type(String name) {
    return name.startsWith("<anonymous") ? "An anonymous class" : name;
  }

  private static Rule rule(String text, Function<MatchResult, Feedback> words, String... codes) {
    return new Rule(Set.copyOf(Arrays.asList(codes)), Pattern.compile(text), words);
  }

  private record Rule(Set<String> codes, Pattern text, Function<MatchResult, Feedback> feedback) {

    Optional<Feedback> apply(JavacError error) {
      String words = KEEPS_PACKAGES.contains(error.code()) ? error.text() : error.plainText();
      Matcher found = text.matcher(words);
      return codes.contains(error.code()) && found.find()
          ? Optional.of(feedback.apply(found))
          : Optional.empty();
    }
  }
}
