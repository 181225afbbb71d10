package dev.kafkalab.grader.submission.compiler;

import dev.kafkalab.grader.feedback.Feedback;
import org.jspecify.annotations.Nullable;

/** Messages for what the compiler finds wrong with a submission. */
public final class CompilerFeedback {

  private CompilerFeedback() {}

  public static Feedback gaveUp(String reason) {
    return Feedback.of(
        "The compiler gave up on these sources: %s.".formatted(reason),
        "Look for generated code, very long expressions and deeply nested calls, and split them"
            + " into several statements.");
  }

  static Feedback missingMethod(String type, String method, String owner) {
    return Feedback.of(
        "%s does not implement the method %s of %s.".formatted(type, method, owner),
        "Write a public method with exactly this name and these parameter types, and with the return"
            + " type that %s declares.".formatted(owner));
  }

  static Feedback notPublicEnough(String method, String type, String owner) {
    return Feedback.of(
        "The method %s in %s is less visible than %s requires.".formatted(method, type, owner),
        "Declare the method 'public': the methods of an interface are always public.");
  }

  static Feedback overridesNothing() {
    return Feedback.of(
        "A method has '@Override', but it overrides no method of an interface or superclass.",
        "Compare the method's name and parameter types with the interface's, letter by letter.");
  }

  static Feedback unknownSymbol(String symbol, @Nullable String owner) {
    boolean mayLackImport =
        owner == null || (symbol.startsWith("class ") && !owner.startsWith("package "));
    return mayLackImport
        ? Feedback.of(
            "The compiler does not know the %s.".formatted(symbol),
            "Check its spelling, and that it is imported at the top of the file.")
        : Feedback.of(
            "The compiler cannot find the %s in the %s.".formatted(symbol, owner),
            "Check its spelling and capitalization; for a method, also the number and types of its"
                + " arguments; for a variable, also that it is declared before this line.");
  }

  static Feedback unknownPackage(String name) {
    return Feedback.of(
        "There is no package '%s' in this lab.".formatted(name),
        "Check the spelling of the import. A submission may use Java itself, the lab's API,"
            + " kafka-clients, Jackson and SLF4J; libraries that only your own build file names"
            + " are not available.");
  }

  static Feedback otherFileName(String type, String fileName) {
    return Feedback.of(
        "The public class %s must be in a file named '%s'.".formatted(type, fileName),
        "Rename the file or the class so that both have the same name.");
  }

  static Feedback duplicateClass(String name) {
    return Feedback.of(
        "The class %s exists twice.".formatted(name),
        "Look for a copy of its file in another folder, or for a copy of the class in another file,"
            + " and delete it.");
  }

  static Feedback incompatibleTypes(String reason) {
    return Feedback.of(
        "The types on this line do not match: %s.".formatted(reason),
        "Compare the type of the value with the type that is expected there: change the declaration,"
            + " convert the value, or call another method.");
  }

  static Feedback newerJava(String feature, int since) {
    String java = since > 18 ? "Java " + since : "a newer Java";
    return Feedback.of(
        "This line needs %s (%s), but the lab has Java 17.".formatted(java, feature),
        "Write it as Java 17 does, and set your editor's language level to 17: then it shows such lines.");
  }

  static Feedback otherArguments(String called, String required, String found) {
    return Feedback.of(
        "'%s' is called with (%s), but it is declared with (%s)."
            .formatted(called, found, required),
        "Change one of the two. KafkaLabFactory calls your constructors as the template declares them: keep their parameters.");
  }

  static Feedback throwsTooMuch(String method, String type, String owner, String exception) {
    return Feedback.of(
        "The method %s in %s declares 'throws %s', but %s does not."
            .formatted(method, type, exception, owner),
        "Catch the exception inside the method, or wrap it in an unchecked one: who calls %s expects none."
            .formatted(owner));
  }

  static Feedback notEffectivelyFinal() {
    return Feedback.of(
        "A lambda or an inner class on this line uses a local variable that is changed elsewhere.",
        "Copy its value into a new variable that never changes, or make it a field.");
  }

  static Feedback neverSet(String variable) {
    return Feedback.of(
        "The variable %s is used, or is final, but it does not get a value on every path."
            .formatted(variable),
        "Give it a value where it is declared, or in each constructor; a variable in a method needs one before it is used.");
  }

  static Feedback missingReturn() {
    return Feedback.of(
        "The method that ends here must return a value on every path.",
        "Follow each path through the method: it must end with 'return' and a value, or with an"
            + " exception.");
  }

  static Feedback unreportedException(String exception) {
    return Feedback.of(
        "This line can throw %s, which is neither caught nor declared here.".formatted(exception),
        "Catch it where you can handle it; otherwise declare it, or wrap it in an unchecked exception"
            + " if the interface's method declares none.");
  }

  static Feedback expected(String token) {
    return Feedback.of(
        "The compiler expected %s here.".formatted(token),
        "Check the end of this line and of the line before it: most often a ';', ')' or '}' is"
            + " missing, or there is one too many.");
  }

  static Feedback notAStatement() {
    return Feedback.of(
        "This is an expression, not a statement.",
        "A statement calls, assigns or declares something: look for a missing '=', '(' or"
            + " operator.");
  }

  static Feedback illegalStart() {
    return Feedback.of(
        "This cannot be the start of an expression.",
        "Look just before it for a missing ')' or '}', or for an extra operator; a method cannot be"
            + " declared inside another one.");
  }

  static Feedback endsTooSoon() {
    return Feedback.of(
        "The file ends before the code is complete.",
        "A '}' is missing: let the editor format the file, and look for where the indentation goes"
            + " wrong.");
  }

  static Feedback illegalCharacter(String character) {
    return Feedback.of(
        "Java does not allow this character here: %s.".formatted(character),
        "Type the line again by hand: text copied from a document often contains quotation marks,"
            + " dashes or spaces that are not those of a program.");
  }

  static Feedback unwrittenClass(String name) {
    return Feedback.of(
        "The class file of %s cannot be written.".formatted(name),
        "Give the class and its enclosing classes shorter names: together they form the name of a"
            + " file.");
  }

  static Feedback other(String compilersWords) {
    return Feedback.of(
        "The compiler does not accept this line: %s.".formatted(compilersWords),
        "Start with the first error in a file: fixing it often removes the ones below. Your editor"
            + " shows the same error.");
  }
}
