package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import org.jspecify.annotations.Nullable;

/** Words for what the compiler finds wrong with a submission. */
final class CompilerFeedback {

  private CompilerFeedback() {}

  static Feedback gaveUp(String reason) {
    return Feedback.of(
        "The compiler could not finish with these sources: %s.".formatted(reason),
        "Look for code that a tool wrote, very long expressions and calls inside calls inside"
            + " calls, and write them as several statements.");
  }

  static Feedback missingMethod(String type, String method, String owner) {
    return Feedback.of(
        "%s misses the method %s that %s asks for.".formatted(type, method, owner),
        "Write a public method with exactly this name, these parameter types and the return type"
            + " that %s gives it.".formatted(owner));
  }

  static Feedback notPublicEnough(String method, String type, String owner) {
    return Feedback.of(
        "The method %s in %s is less public than %s asks for.".formatted(method, type, owner),
        "Write 'public' before the method: an interface's methods are public, said or not.");
  }

  static Feedback overridesNothing() {
    return Feedback.of(
        "There is '@Override' on a method that no interface or superclass asks for.",
        "Compare the method's name and parameter types with the interface's, letter by letter.");
  }

  static Feedback unknownSymbol(String symbol, @Nullable String owner) {
    boolean mayLackImport =
        owner == null || (symbol.startsWith("class ") && !owner.startsWith("package "));
    return mayLackImport
        ? Feedback.of(
            "The compiler does not know the %s.".formatted(symbol),
            "Check its spelling, and that the imports at the top of the file have it.")
        : Feedback.of(
            "The compiler finds no %s in the %s.".formatted(symbol, owner),
            "Check its spelling and capital letters; of a method also how many parameters it is"
                + " given and of which types; of a variable also that it is declared before.");
  }

  static Feedback unknownPackage(String name) {
    return Feedback.of(
        "There is no package '%s' in this lab.".formatted(name),
        "Check the spelling of the import. A submission may use Java itself, the lab's API,"
            + " kafka-clients, Jackson and SLF4J; a library that only your own build file names is"
            + " not there.");
  }

  static Feedback otherFileName(String type, String fileName) {
    return Feedback.of(
        "The public class %s must be in a file '%s'.".formatted(type, fileName),
        "Rename the file or the class, so that both have the same name.");
  }

  static Feedback duplicateClass(String name) {
    return Feedback.of(
        "The class %s is there twice.".formatted(name),
        "Look for a copy of its file in another folder, or of the class in another file, and"
            + " delete it.");
  }

  static Feedback incompatibleTypes(String reason) {
    return Feedback.of(
        "The types on this line do not fit: %s.".formatted(reason),
        "Compare the type that the line has with the type that is expected there: declare the"
            + " variable otherwise, convert the value, or call another method.");
  }

  static Feedback missingReturn() {
    return Feedback.of(
        "The method that ends here promises a value but can end without one.",
        "Follow each way through the method: every one has to end with 'return' and a value, or"
            + " with an exception.");
  }

  static Feedback unreportedException(String exception) {
    return Feedback.of(
        "This line can throw %s, and nothing says what happens then.".formatted(exception),
        "Catch it where you can do something about it; else throw it on, as an unchecked exception"
            + " where the interface's method declares none.");
  }

  static Feedback expected(String token) {
    return Feedback.of(
        "The compiler expected %s here.".formatted(token),
        "Look at the end of this line and the one before: most often a sign such as ';', ')' or"
            + " '}' is missing or is one too many.");
  }

  static Feedback notAStatement() {
    return Feedback.of(
        "This is an expression that stands alone, not a statement.",
        "A statement calls, assigns or declares something: look for a missing '=', '(' or"
            + " operator.");
  }

  static Feedback illegalStart() {
    return Feedback.of(
        "Something begins here that is not possible at this place.",
        "Look just before it for a missing ')' or '}', or for an operator too many; a method cannot"
            + " be declared inside another one.");
  }

  static Feedback endsTooSoon() {
    return Feedback.of(
        "The file ends before its code does.",
        "There is a '}' too few: let the editor format the file, and look for where the indentation"
            + " goes wrong.");
  }

  static Feedback illegalCharacter(String character) {
    return Feedback.of(
        "There is a character here that Java does not know: %s.".formatted(character),
        "Type the line again by hand: text that was copied from a document often has other"
            + " quotation marks, dashes or spaces than a program.");
  }

  static Feedback unwrittenClass(String name) {
    return Feedback.of(
        "The class file of %s cannot be written.".formatted(name),
        "Give the class and the classes around it shorter names: together they are the name of a"
            + " file.");
  }

  static Feedback other(String compilersWords) {
    return Feedback.of(
        "The compiler does not accept this line: %s.".formatted(compilersWords),
        "Begin with the first error of a file: the ones below it often go away with it. Your editor"
            + " shows the same error.");
  }
}
