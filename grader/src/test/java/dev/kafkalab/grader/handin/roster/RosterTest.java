package dev.kafkalab.grader.handin.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

  @TempDir private Path temporary;

  private Roster read(String text) throws Exception {
    return read(text, StandardCharsets.UTF_8);
  }

  private Roster read(String text, Charset charset) throws Exception {
    return RosterFile.read(Files.write(temporary.resolve("roster.csv"), text.getBytes(charset)));
  }

  private static String id(Match match) {
    return match instanceof Match.One one ? one.person().id() : match.getClass().getSimpleName();
  }

  @Test
  void ownColumnsAreRead() throws Exception {
    Roster roster =
        read("id,name,email,login,group,due,note\n7,Anna Müller,a@x.org,anna,A,2026-11-20,extra\n");

    Person anna = roster.people().get(0);
    assertThat(anna.id()).isEqualTo("7");
    assertThat(anna.name()).isEqualTo("Anna Müller");
    assertThat(List.of(anna.email(), anna.login(), anna.group(), anna.due(), anna.note()))
        .containsExactly("a@x.org", "anna", "A", "2026-11-20", "extra");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "submitted                  | 2026-11-15T22:30+01:00           | 2026-11-15T22:30+01:00",
        "Last modified (submission) | Sunday, 15 November 2026, 10:30 PM | 2026-11-15T22:30",
        "Last modified (submission) | Sunday, 5 March 2028, 09:05 AM   | 2028-03-05T09:05",
        "Last modified (submission) | Sunday, 15 November 2026, 22:30  | 2026-11-15T22:30",
        "Zuletzt geändert (Abgabe)  | Sonntag, 5. März 2028, 09:05     | 2028-03-05T09:05",
        "Last modified (submission) | -                                | ''"
      })
  void whenItWasHandedInIsReadAsPlatformsWriteIt(String header, String text, String iso)
      throws Exception {
    Roster roster = read("id,\"%s\"%n7,\"%s\"%n".formatted(header, text));

    assertThat(roster.people().get(0).submitted()).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFid;name;email\r\n7;\"Müller; Anna\";a@x.org\r\n",
        "id\tname\n7\tMüller, Anna\n\n",
        "Name,ID\n\"Müller, Anna\",7\n",
        "Student,ID,SIS User ID,SIS Login ID,Section,Lab (12)\n ,,,,,Manual Posting\n    Points Possible,,,,,100\n\"Müller, Anna\",7,m1,anna,A,\n",
        "Identifier,Full name,Email address,Status,Grade\nParticipant 7,Anna Müller,a@x.org,No submission,-\n",
        "ID;Vollständiger Name;E-Mail-Adresse;Bewertung\nTeilnehmer/in7;Anna Müller;a@x.org;\n",
        "OrgDefinedId,Username,Last Name,First Name,Email,Lab Points Grade,End-of-Line Indicator\n#7,anna,Müller,Anna,a@x.org,,#\n",
        "First Name,Last Name,SID,Email,Sections\nAnna,Müller,7,a@x.org,A\n"
      })
  void exportsOfPlatformsAreRead(String text) throws Exception {
    Roster roster = read(text);

    assertThat(roster.people()).hasSize(1);
    assertThat(id(roster.find("7", "", "", ""))).isEqualTo("7");
    assertThat(id(roster.find("", "", "", "anna muller"))).isEqualTo("7");
  }

  @Test
  void everyIdOfACanvasExportFindsTheStudent() throws Exception {
    Roster roster = read("Student,ID,SIS User ID,SIS Login ID,Section\n\"M, A\",7,m1,a@x.org,A\n");

    assertThat(id(roster.find("m1"))).isEqualTo("7");
    assertThat(id(roster.find("A@X.ORG"))).isEqualTo("7");
  }

  @Test
  void whatWindowsSavesIsRead() throws Exception {
    assertThat(read("id;name\n7;Müller\n", Charset.forName("windows-1252")).people().get(0).name())
        .isEqualTo("Müller");
    assertThat(read("\uFEFFid;name\n7;Müller\n", StandardCharsets.UTF_16LE).people().get(0).name())
        .isEqualTo("Müller");
    assertThat(read("\uFEFFid;name\n7;Müller\n", StandardCharsets.UTF_16BE).people().get(0).name())
        .isEqualTo("Müller");
  }

  @Test
  void aStudentWithoutAnIdIsAStudent() throws Exception {
    assertThat(read("id,name\n,Anna Müller\n").people())
        .extracting(Person::shown)
        .containsExactly("Anna Müller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna Maria Müller",
        "Müller, Anna Maria",
        "MÜLLER Anna Maria",
        "Mu\u0308ller_Anna Maria",
        "müllerannamaria",
        "muller anna-maria"
      })
  void namesAreFoundWithoutAccentsAndInEitherOrder(String written) throws Exception {
    assertThat(id(read("id,name\n7,Anna Maria Müller\n").find(written))).isEqualTo("7");
  }

  @Test
  void apostrophesOfAllKindsAreOne() throws Exception {
    Roster roster = read("id,name\n7,Seán O’Neill\n8,Jörg Groß\n");

    assertThat(id(roster.find("oneillsean"))).isEqualTo("7");
    assertThat(id(roster.find("O'Neill, Sean"))).isEqualTo("7");
    assertThat(id(roster.find("Gross Jorg"))).isEqualTo("8");
  }

  @Test
  void nobodyIsGuessed() throws Exception {
    Roster roster = read("id,name,login\n7,Anna Müller,am\n8,Anna Muller,am2\n");

    assertThat(roster.find("Anna Müller")).isEqualTo(new Match.Several(roster.people()));
    assertThat(roster.find("Anna")).isEqualTo(new Match.Nobody());
    assertThat(roster.find("Ann Müller")).isEqualTo(new Match.Nobody());
    assertThat(id(roster.find("", "am2", "", "Anna Müller"))).isEqualTo("8");
  }

  @Test
  void anIdThatIsSomebodyElsesIsAQuestion() throws Exception {
    Roster roster = read("id,name\n7,Anna Müller\n8,Ben Smith\n");

    assertThat(roster.find("7", "", "", "Ben Smith")).isEqualTo(new Match.Several(roster.people()));
    assertThat(id(roster.find("7", "", "", "Annie M."))).isEqualTo("7");
  }

  @Test
  void anIdComesBeforeALogin() throws Exception {
    Roster roster = read("id,name,login\n7,Anna Müller,8\n8,Ben Smith,7\n");

    assertThat(id(roster.find("7", "7", "", ""))).isEqualTo("7");
  }

  @Test
  void whatIsNoRosterIsNamed() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(RosterProblem.class)
        .hasMessageEndingWith("roster.csv is empty.");
    assertThatThrownBy(() -> read("points,comment\n1,fine\n"))
        .isInstanceOf(RosterProblem.class)
        .hasMessageEndingWith(
            "has no column that tells who is who: its first line needs at least one of id, name, email, login.");
    assertThatThrownBy(() -> read("id,name\n7,Anna\n7,Ben\n"))
        .isInstanceOf(RosterProblem.class)
        .hasMessageEndingWith("has the id 7 twice: Anna and Ben.");
  }
}
