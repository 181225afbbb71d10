package dev.kafkalab.grader.handin.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The students of a class, and by what they are found. */
public final class Roster {

  /** No roster was given. */
  public static final Roster NONE = new Roster(List.of());

  private final List<Person> people;
  private final Map<String, Set<Person>> byId = new HashMap<>();
  private final Map<String, Set<Person>> byLogin = new HashMap<>();
  private final Map<String, Set<Person>> byName = new HashMap<>();

  Roster(List<Person> people) {
    this.people = List.copyOf(people);
    for (Person person : people) {
      person.ids().forEach(id -> put(byId, id, person));
      put(byLogin, person.login(), person);
      put(byLogin, person.email(), person);
      NameKeys.of(person.name()).forEach(key -> put(byName, key, person));
    }
  }

  private static void put(Map<String, Set<Person>> map, String key, Person person) {
    if (!key.isEmpty()) {
      map.computeIfAbsent(key.toLowerCase(Locale.ROOT), unused -> new LinkedHashSet<>())
          .add(person);
    }
  }

  /** Returns all, in the order of the roster. */
  public List<Person> people() {
    return people;
  }

  /**
   * Finds who is meant by id, then by login or address, then by name.
   *
   * <p>An id that finds one student while the name is another's is a question: platforms number
   * participants, too.
   *
   * @param id empty if it is not known; so are the others
   */
  public Match find(String id, String login, String email, String name) {
    List<Person> named = in(byName, NameKeys.of(name));
    for (List<Person> found :
        List.of(
            in(byId, Set.of(id)), in(byLogin, Set.of(login)), in(byLogin, Set.of(email)), named)) {
      if (found.size() == 1) {
        return agreeing(found.get(0), named);
      }
      if (found.size() > 1) {
        return narrowed(found, named);
      }
    }
    return new Match.Nobody();
  }

  /** Finds who is meant by a text that may be an id, a login, an address or a name. */
  public Match find(String label) {
    return find(label, label, label, label);
  }

  private static Match agreeing(Person found, List<Person> named) {
    return named.isEmpty() || named.contains(found)
        ? new Match.One(found)
        : new Match.Several(joined(List.of(found), named));
  }

  /** Two students with one name may differ in what else is known; that alone decides. */
  private static Match narrowed(List<Person> found, List<Person> named) {
    List<Person> both = found.stream().filter(named::contains).toList();
    return both.size() == 1 ? new Match.One(both.get(0)) : new Match.Several(found);
  }

  private static List<Person> joined(List<Person> first, List<Person> more) {
    Set<Person> all = new LinkedHashSet<>(first);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static List<Person> in(Map<String, Set<Person>> map, Set<String> keys) {
    Set<Person> found = new LinkedHashSet<>();
    for (String key : keys) {
      found.addAll(map.getOrDefault(key.toLowerCase(Locale.ROOT), Set.of()));
    }
    return new ArrayList<>(found);
  }
}
