package dev.kafkalab.grader.classrun.export.fill;

import dev.kafkalab.grader.classrun.export.fill.Found.Nobody;
import dev.kafkalab.grader.classrun.export.fill.Found.One;
import dev.kafkalab.grader.classrun.export.fill.Found.Unsure;
import dev.kafkalab.grader.handin.roster.NameKeys;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of a run, and by what they are found. */
final class Students {

  private final Map<String, Set<Member>> byNumber = new HashMap<>();
  private final Map<String, Set<Member>> byId = new HashMap<>();
  private final Map<String, Set<Member>> byHandle = new HashMap<>();
  private final Map<String, Set<Member>> byName = new HashMap<>();

  Students(List<Member> members) {
    for (Member member : members) {
      put(byNumber, member.number(), member);
      member.ids().forEach(id -> put(byId, id, member));
      member.handles().forEach(handle -> put(byHandle, handle, member));
      put(byName, plain(member.name()), member);
    }
  }

  private static void put(Map<String, Set<Member>> map, String key, Member member) {
    if (!key.isEmpty()) {
      map.computeIfAbsent(key.toLowerCase(Locale.ROOT), unused -> new LinkedHashSet<>())
          .add(member);
    }
  }

  private static Set<Member> in(Map<String, Set<Member>> map, Collection<String> keys) {
    Set<Member> found = new LinkedHashSet<>();
    keys.forEach(key -> found.addAll(map.getOrDefault(key.toLowerCase(Locale.ROOT), Set.of())));
    return found;
  }

  /** Finds who is meant by number, id, address or login; each of them must mean the same person. */
  Found find(Whom whom) {
    Set<Member> numbered = in(byNumber, List.of(whom.number()));
    Set<Member> sure = new LinkedHashSet<>(numbered);
    sure.addAll(in(byId, numbered.isEmpty() ? List.of(whom.number()) : List.of()));
    List<String> others =
        Stream.concat(whom.ids().stream(), whom.handles().stream()).distinct().toList();
    sure.addAll(in(byId, others));
    sure.addAll(in(byHandle, others));
    Set<Member> reached = in(byHandle, whom.handles());
    if (sure.isEmpty()) {
      return new Nobody();
    }
    Member first = sure.iterator().next();
    Set<Member> named = named(whom);
    boolean isOther = !named.isEmpty() && !named.contains(first);
    if (sure.size() > 1 || isOther) {
      sure.addAll(named);
      return mayBe(sure);
    }
    boolean isProven = reached.contains(first) || agree(whom.name(), first.name());
    return isProven
        ? new One(first)
        : new Unsure("has the number of " + first.shown() + ", but another name", List.of(first));
  }

  /** Two lists may number different people alike, so a number alone proves nothing. */
  private static boolean agree(String one, String other) {
    return one.isEmpty()
        || other.isEmpty()
        || !Collections.disjoint(NameKeys.of(one), NameKeys.of(other));
  }

  /** Returns all who have this very name. */
  Set<Member> named(Whom whom) {
    return in(byName, List.of(plain(whom.name())));
  }

  /** Returns whether the sheet's numbers are those of the download: then they decide. */
  boolean isNumberedAlike(Whom whom) {
    return in(byNumber, List.of(whom.number())).stream()
        .anyMatch(member -> agree(whom.name(), member.name()));
  }

  static Unsure mayBe(Collection<Member> members) {
    return new Unsure(
        members.stream().map(Member::shown).collect(Collectors.joining(" or ", "may be ", "")),
        List.copyOf(members));
  }

  /** Returns the name as first and last name, composed (NFC) and in lower case. */
  private static String plain(String name) {
    String composed =
        Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    int comma = composed.indexOf(", ");
    String turned =
        comma < 0 ? composed : composed.substring(comma + 2) + " " + composed.substring(0, comma);
    return turned.toLowerCase(Locale.ROOT);
  }
}
