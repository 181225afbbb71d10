package dev.kafkalab.grader.handin.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names comparable: without accents, case, signs and the order of first and last name. */
public final class NameKeys {

  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  private NameKeys() {}

  /**
   * Returns every way to write the name without spaces that begins with one of its parts: "Müller,
   * Anna" and "Anna Müller" have the same ways. Empty if it has no letter.
   */
  public static Set<String> of(String name) {
    String plain = ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String lower =
        APOSTROPHE.matcher(plain.toLowerCase(Locale.ROOT).replace("ß", "ss")).replaceAll("");
    List<String> parts = Arrays.stream(BREAK.split(lower)).filter(part -> !part.isEmpty()).toList();
    Set<String> keys = new HashSet<>();
    for (int first = 0; first < parts.size(); first++) {
      List<String> turned = new ArrayList<>(parts.subList(first, parts.size()));
      turned.addAll(parts.subList(0, first));
      keys.add(String.join("", turned));
    }
    return keys;
  }
}
