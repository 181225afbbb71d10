package dev.kafkalab.grader.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Compiled classes, and which of them use which: what a class uses is in its constant pool, so
 * nothing is loaded (JVMS 4.4.1).
 *
 * <p>All names are internal ones, such as {@code dev/kafkalab/lab/ConsumerApp}.
 */
final class ClassGraph {

  /** The one that has no classes. */
  static final ClassGraph EMPTY = new ClassGraph(Map.of());

  /** The tag of a class in a constant pool. */
  private static final int CONSTANT_CLASS = 7;

  private record Compiled(
      int content, @Nullable String parent, Set<String> interfaces, Set<String> uses) {}

  private final Map<String, Compiled> classes;

  private ClassGraph(Map<String, Compiled> classes) {
    this.classes = classes;
  }

  /**
   * Reads all class files below a folder.
   *
   * @throws UncheckedIOException if one of them cannot be read
   */
  static ClassGraph of(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<String, Compiled> classes = new TreeMap<>();
      all.filter(file -> file.toString().endsWith(".class")).forEach(file -> read(file, classes));
      return new ClassGraph(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path file, Map<String, Compiled> classes) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      ClassReader reader = new ClassReader(bytes);
      classes.put(
          reader.getClassName(),
          new Compiled(
              Arrays.hashCode(bytes),
              reader.getSuperName(),
              Set.of(reader.getInterfaces()),
              namesIn(reader)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> namesIn(ClassReader reader) {
    Set<String> names = new HashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int start = reader.getItem(i);
      if (start > 0 && reader.readByte(start - 1) == CONSTANT_CLASS) {
        names.add(elementOf(reader.readUTF8(start, buffer)));
      }
    }
    return names;
  }

  /** Returns the class that an array is made of. */
  private static String elementOf(String name) {
    return name.startsWith("[") ? name.replaceFirst("^\\[+L", "").replace(";", "") : name;
  }

  /** Returns the classes that are not the same in both, or in one of them only. */
  Set<String> changedSince(ClassGraph before) {
    return Stream.concat(classes.keySet().stream(), before.classes.keySet().stream())
        .filter(name -> !Objects.equals(classes.get(name), before.classes.get(name)))
        .collect(Collectors.toSet());
  }

  /** Returns the classes that implement an interface, in whatever way. */
  Set<String> implementing(Class<?> type) {
    String wanted = type.getName().replace('.', '/');
    return classes.keySet().stream()
        .filter(name -> isA(name, wanted, new HashSet<>()))
        .collect(Collectors.toSet());
  }

  private boolean isA(@Nullable String name, String wanted, Set<String> seen) {
    Compiled found = name == null || !seen.add(name) ? null : classes.get(name);
    return found != null
        && (found.interfaces().contains(wanted)
            || isA(found.parent(), wanted, seen)
            || found.interfaces().stream().anyMatch(each -> isA(each, wanted, seen)));
  }

  /**
   * Returns these classes and all that they use, in whatever way.
   *
   * @param border a class that is not gone through
   */
  Set<String> reachableFrom(Set<String> roots, Predicate<String> border) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      String name = next.pop();
      Compiled found = classes.get(name);
      if (found != null && !border.test(name) && reached.add(name)) {
        next.addAll(found.uses());
      }
    }
    return reached;
  }
}
