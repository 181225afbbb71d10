package dev.kafkalab.grader.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.attack.AttackFile.Attack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecurityDocumentTest {

  @Test
  void eachPromiseStandsThereWithItsAttacks() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "security.md"));

    for (AttackFile file : AttackFile.all()) {
      String attacks =
          file.attacks().keySet().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
      String defence = file.heldBy().name().toLowerCase(Locale.ROOT);

      assertThat(document).contains("| %s | %s | %s |".formatted(file.promise(), defence, attacks));
    }
  }

  /** A second name for an attack would count it twice. */
  @Test
  void noTwoAttacksAreTheSame() throws IOException {
    List<Attack> all =
        AttackFile.all().stream().flatMap(file -> file.attacks().values().stream()).toList();
    Set<String> codes = new HashSet<>();

    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all).allMatch(attack -> codes.add(attack.code()));
  }
}
