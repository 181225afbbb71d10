package dev.kafkalab.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.mutation.Mutant.Change.OfText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMutantsTest {

  @TempDir private Path folder;

  @Test
  void aCallThatStandsAloneIsRemovedAndChangesPlacesWithTheNextOne() throws IOException {
    assertThat(mutated("void run() { seek(); commit(); }"))
        .contains("void run() { ; commit(); }", "void run() { seek(); ; }")
        .contains("void run() { commit(); seek(); }");
  }

  @Test
  void aConstructorKeepsTheCallOfItsOwnKind() throws IOException {
    assertThat(mutated("A() { super(); }")).isEmpty();
  }

  @Test
  void branchesAreLeftOut() throws IOException {
    assertThat(mutated("int run(boolean b) { if (b) return 3; else return 4; }"))
        .contains("int run(boolean b) { if (b) return 3; else {} }")
        .contains("int run(boolean b) { if (b) {} else return 4; }");
  }

  @Test
  void exceptionsAreSwallowedLetThroughOrCaughtOtherwise() throws IOException {
    assertThat(mutated("void run() { try { } catch (A | B e) { throw e; } }"))
        .contains("void run() { try { } catch (A | B e) {} }")
        .contains("void run() { try { } catch (A | B e) { ; } }")
        .contains("void run() { try { } catch (B e) { throw e; } }")
        .contains("void run() { try { } catch (Throwable e) { throw e; } }")
        .anyMatch(code -> code.contains("if (true) { throw e; }"));
  }

  @Test
  void settingsAreDroppedOrGetAnotherValue() throws IOException {
    assertThat(mutated("Object o() { return Map.of(ACKS, \"all\", IDEMPOTENT, true); }"))
        .contains("Object o() { return Map.of(IDEMPOTENT, true); }")
        .contains("Object o() { return Map.of(ACKS, \"all\"); }")
        .contains("Object o() { return Map.of(ACKS, \"1\", IDEMPOTENT, true); }")
        .contains("Object o() { return Map.of(ACKS, \"all\", IDEMPOTENT, false); }");
  }

  @Test
  void offsetsAreOneTooHighOrTooLow() throws IOException {
    assertThat(mutated("long o(R r) { return r.offset() + 1; }"))
        .contains("long o(R r) { return r.offset(); }", "long o(R r) { return r.offset() + 2; }")
        .contains("long o(R r) { return (r.offset() - 1) + 1; }");
  }

  @Test
  void instancesShareTheirStateAndKeepTheirFirstResult() throws IOException {
    assertThat(mutated("private final Set<A> all = x(); Set<A> all() { return all; }"))
        .contains("private static Set<A> all = x(); Set<A> all() { return all; }")
        .anyMatch(code -> code.contains("cachedByall = java.util.List.of(all)"));
  }

  @Test
  void aMutantSaysWhereItIs() throws IOException {
    write("void run() {\n  commit();\n}");

    Mutant mutant = SourceMutants.of(folder).get(0);

    assertThat(mutant.id()).isEqualTo("A.java:2 remove-statement 1");
    assertThat(mutant.code()).isEqualTo("commit();");
    assertThat(mutant.what()).isEqualTo("without commit();");
  }

  private List<String> mutated(String body) throws IOException {
    String source = write(body);
    return SourceMutants.of(folder).stream()
        .map(mutant -> (OfText) mutant.change())
        .map(
            change ->
                source.substring(0, change.from())
                    + change.replacement()
                    + source.substring(change.to()))
        .map(code -> code.substring("class A {".length(), code.length() - 1))
        .toList();
  }

  private String write(String body) throws IOException {
    String source = "class A {" + body + "}";
    Files.writeString(folder.resolve("A.java"), source);
    return source;
  }
}
