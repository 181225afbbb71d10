package dev.kafkalab.grader.wire;

import java.util.HashMap;
import java.util.Map;

/** Finds the type of a message by the word that it begins with. */
final class Kinds {

  private static final ClassValue<String> WORDS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          String name = type.getSimpleName();
          return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
      };

  private Kinds() {}

  static String kindOf(Class<?> type) {
    return WORDS.get(type);
  }

  /** Returns the records of a sealed interface by their kinds. */
  static <T> Map<String, Class<? extends T>> of(Class<T> sealed) {
    Map<String, Class<? extends T>> kinds = new HashMap<>();
    collect(sealed, sealed, kinds);
    return Map.copyOf(kinds);
  }

  private static <T> void collect(
      Class<T> sealed, Class<?> type, Map<String, Class<? extends T>> kinds) {
    if (type.isRecord()) {
      kinds.put(kindOf(type), type.asSubclass(sealed));
      return;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      collect(sealed, permitted, kinds);
    }
  }
}
