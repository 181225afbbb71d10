package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.submission.answers.AnswersFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the one folder that holds the packages of the lab, wherever it lies. */
final class ModuleSearch {

  /** What development environments put beside {@code src}. */
  static final Set<String> BESIDE_SOURCES = Set.of("test", "tests", "bin");

  private final StudentFiles files;

  private ModuleSearch(StudentFiles files) {
    this.files = files;
  }

  /**
   * Finds the module.
   *
   * @param fromArchive whether the files are an archive's: then nothing beside the module is kept
   * @throws Unreadable where there is none, or more than one
   */
  static ModulePlace find(StudentFiles files, boolean fromArchive) throws IOException, Unreadable {
    return new ModuleSearch(files).find(fromArchive);
  }

  private ModulePlace find(boolean fromArchive) throws IOException, Unreadable {
    Map<String, String> factories = new TreeMap<>();
    List<String> all = new ArrayList<>();
    for (String path : files.paths()) {
      if (FileNames.isFactory(Steps.nameOf(path)) && !isTest(path)) {
        all.add(path);
        factories.putIfAbsent(sourcesOf(path), path);
      }
    }
    if (all.isEmpty()) {
      throw new Unreadable(FoundInstead.of(files.paths()));
    }
    leaveOutInner(factories);
    if (factories.size() > 1) {
      throw new Unreadable(HandinFeedback.severalModules(all));
    }
    Map.Entry<String, String> only = factories.entrySet().iterator().next();
    String sources = only.getKey();
    return new ModulePlace(moduleOf(sources, fromArchive), sources, only.getValue());
  }

  /** In a Maven module only src/main/java counts, whatever else is in its folder. */
  private static void leaveOutInner(Map<String, String> factories) {
    for (String sources : List.copyOf(factories.keySet())) {
      if (("/" + sources).endsWith("/" + ModulePlace.MAVEN_SOURCES)) {
        String module = Steps.folderOf(Steps.folderOf(Steps.folderOf(sources)));
        factories.keySet().removeIf(other -> !other.equals(sources) && isWithin(module, other));
      }
    }
  }

  private static boolean isWithin(String folder, String other) {
    return other.equals(folder) || Steps.isBelow(folder, other);
  }

  private static boolean isTest(String path) {
    return ("/" + path).contains("/src/test/");
  }

  /** Takes from the factory's folder as much of its package as is there. */
  private String sourcesOf(String factory) throws IOException, Unreadable {
    String folder = Steps.folderOf(factory);
    String packages = JavaHead.packageFolder(files.text(factory).content());
    while (!packages.isEmpty()
        && !folder.isEmpty()
        && Steps.nameOf(packages).equals(Steps.nameOf(folder))) {
      packages = Steps.folderOf(packages);
      folder = Steps.folderOf(folder);
    }
    return folder;
  }

  private String moduleOf(String sources, boolean fromArchive) {
    if (("/" + sources).endsWith("/" + ModulePlace.MAVEN_SOURCES)) {
      int length = sources.length() - ModulePlace.MAVEN_SOURCES.length();
      return sources.substring(0, Math.max(0, length - 1));
    }
    List<String> possible = possible(sources);
    return possible.stream()
        .filter(folder -> files.paths().contains(Steps.join(folder, AnswersFile.NAME)))
        .findFirst()
        .orElse(fromArchive ? possible.get(0) : possible.get(possible.size() - 1));
  }

  /**
   * Returns the folder of the sources and those above it, the nearest first, as far as no other
   * Maven module comes in; of these, those that all sources outside of Maven modules are in.
   */
  private List<String> possible(String sources) {
    List<String> alone = new ArrayList<>();
    for (String folder : Steps.upwards(sources)) {
      if (files.paths().stream().anyMatch(path -> isOfMaven(path) && isIn(folder, path))) {
        break;
      }
      alone.add(folder);
    }
    if (alone.size() > 1 && Steps.nameOf(sources).equals("src")) {
      alone.remove(0);
    }
    List<String> complete =
        alone.stream()
            .filter(
                folder ->
                    files.paths().stream()
                        .noneMatch(path -> isOther(path, sources) && !isIn(folder, path)))
            .toList();
    return complete.isEmpty() ? List.of(alone.isEmpty() ? sources : last(alone)) : complete;
  }

  private static String last(List<String> folders) {
    return folders.get(folders.size() - 1);
  }

  private static boolean isIn(String folder, String path) {
    return FileNames.isJava(path) && Steps.isBelow(folder, path);
  }

  private static boolean isOfMaven(String path) {
    return ("/" + path).contains("/" + ModulePlace.MAVEN_SOURCES + "/");
  }

  private static boolean isOther(String path, String sources) {
    return FileNames.isJava(path)
        && !isOfMaven(path)
        && !isTest(path)
        && !isBesideSources(path, sources);
  }

  /** Returns whether a file is in what a development environment puts beside the sources. */
  static boolean isBesideSources(String path, String sources) {
    if (!Steps.nameOf(sources).equals("src")) {
      return false;
    }
    String folder = Steps.folderOf(sources);
    return Steps.isBelow(folder, path)
        && BESIDE_SOURCES.contains(Steps.of(Steps.below(folder, path)).get(0));
  }
}
