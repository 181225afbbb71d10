package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.Moment;
import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.classrun.book.Student.Who;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.platform.Identity;
import dev.kafkalab.grader.handin.roster.Person;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives everybody of a class an id, the same one each time that the same class is read. */
public final class Participants {

  private static final int LONGEST_ID = 80;
  private static final String UNKNOWN = "unknown";

  private final Set<String> taken = new HashSet<>();
  private final List<Participant> all = new ArrayList<>();

  private Participants() {}

  /** Returns those who handed in, in the order of their submissions, and then all others. */
  public static List<Participant> of(HandedIn handedIn) {
    Participants participants = new Participants();
    handedIn.handins().forEach(participants::add);
    handedIn.missing().forEach(participants::add);
    return List.copyOf(participants.all);
  }

  private void add(Handin handin) {
    List<Person> people = handin.owner().people();
    String group = people.stream().map(Person::group).distinct().collect(Collectors.joining(", "));
    List<Who> whose =
        people.isEmpty()
            ? handin.arrival().people().stream().map(Participants::who).toList()
            : people.stream().map(Participants::who).toList();
    all.add(
        new Participant(
            new Student(
                free(idOf(handin)),
                handin.who(),
                group,
                handin.arrival().label(),
                whose,
                handin.arrival().isLate(),
                handedIn(handin),
                handin.owner().question()),
            handin));
  }

  /** What the download says comes first; in a group the last who handed in counts. */
  private static String handedIn(Handin handin) {
    String said = handin.arrival().handedIn();
    return said.isEmpty()
        ? handin.owner().people().stream()
            .map(Person::submitted)
            .max(Comparator.comparing(text -> Moment.of(text).orElse(Instant.MIN)))
            .orElse("")
        : said;
  }

  private void add(Person person) {
    Student student =
        new Student(
            free(idOf(person)),
            person.shown(),
            person.group(),
            "",
            List.of(who(person)),
            false,
            "",
            "");
    all.add(new Participant(student, null));
  }

  private static Who who(Person person) {
    return new Who(
        List.copyOf(new TreeSet<>(person.ids())),
        person.name(),
        person.email(),
        person.login(),
        person.due());
  }

  private static Who who(Identity who) {
    List<String> ids = who.id().isEmpty() ? List.of() : List.of(who.id());
    return new Who(ids, who.name(), who.email(), who.login(), "");
  }

  /**
   * Several people, or one who is not known for certain, are called what their folder is called.
   */
  private static String idOf(Handin handin) {
    List<Person> people = handin.owner().people();
    if (people.size() == 1 && !handin.owner().isAsked()) {
      return idOf(people.get(0));
    }
    List<Identity> named = handin.arrival().people();
    if (people.isEmpty() && named.size() == 1) {
      Identity who = named.get(0);
      return first(who.id(), who.login(), who.email(), handin.arrival().label());
    }
    return handin.arrival().label();
  }

  private static String idOf(Person person) {
    return first(person.id(), person.login(), person.email(), person.name());
  }

  private static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse(UNKNOWN);
  }

  /** On some systems {@code Anna} and {@code anna} are one file, and so are NFC and NFD. */
  private String free(String wanted) {
    String id = asFileName(wanted);
    String free = id;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  private static String asFileName(String text) {
    String safe =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{N}._@+-]", "_")
            .replaceAll("^[.-]+", "_");
    int end =
        safe.offsetByCodePoints(0, Math.min(LONGEST_ID, safe.codePointCount(0, safe.length())));
    return safe.isEmpty() ? UNKNOWN : safe.substring(0, end);
  }
}
