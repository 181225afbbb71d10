package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.handin.platform.Arrival;
import dev.kafkalab.grader.handin.platform.Identity;
import dev.kafkalab.grader.handin.roster.Match;
import dev.kafkalab.grader.handin.roster.Person;
import dev.kafkalab.grader.handin.roster.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out whose each submission is; what is not certain becomes a question. */
final class Ownership {

  private final Roster roster;
  private final Map<Arrival, Owner> byArrival = new LinkedHashMap<>();
  private final Map<Person, List<Arrival>> byPerson = new HashMap<>();

  private Ownership(Roster roster) {
    this.roster = roster;
  }

  static Ownership of(List<Arrival> arrivals, Roster roster) {
    Ownership ownership = new Ownership(roster);
    arrivals.forEach(ownership::find);
    ownership.askAboutDoubles();
    return ownership;
  }

  Owner of(Arrival arrival) {
    return byArrival.getOrDefault(arrival, new Owner(List.of(), ""));
  }

  /** Returns who handed nothing in; whoever is asked about may have. */
  List<Person> missing() {
    return roster.people().stream().filter(person -> !byPerson.containsKey(person)).toList();
  }

  private void find(Arrival arrival) {
    List<Person> people = new ArrayList<>();
    String question = "";
    for (Identity who : arrival.people()) {
      Match match = match(who, arrival.label());
      if (match instanceof Match.One one) {
        people.add(one.person());
        note(one.person(), arrival);
      } else if (match instanceof Match.Several several) {
        question = "may be of " + named(several.people());
        several.people().forEach(person -> byPerson.computeIfAbsent(person, this::nothing));
      }
    }
    byArrival.put(arrival, new Owner(people, question));
  }

  private List<Arrival> nothing(Person unused) {
    return new ArrayList<>();
  }

  private Match match(Identity who, String label) {
    Match match = roster.find(who.id(), who.login(), who.email(), who.name());
    return match instanceof Match.Nobody ? roster.find(label) : match;
  }

  private void note(Person person, Arrival arrival) {
    byPerson.computeIfAbsent(person, this::nothing).add(arrival);
  }

  private void askAboutDoubles() {
    byPerson.forEach(
        (person, arrivals) -> {
          if (arrivals.size() > 1) {
            String labels =
                arrivals.stream()
                    .map(arrival -> "'" + arrival.label() + "'")
                    .collect(Collectors.joining(", "));
            String question = "%s has %s: %s".formatted(person.shown(), arrivals.size(), labels);
            arrivals.forEach(
                arrival ->
                    byArrival.computeIfPresent(arrival, (same, owner) -> owner.asking(question)));
          }
        });
  }

  private static String named(List<Person> people) {
    return people.stream()
        .map(
            person ->
                person.id().isEmpty() ? person.shown() : person.shown() + " (" + person.id() + ")")
        .collect(Collectors.joining(" or "));
  }
}
