package dev.kafkalab.grader.handin.mend;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the lab is among a student's files.
 *
 * @param folder the module's path; empty if it is at the top
 * @param sources the path of the folder that the packages are in
 * @param factory the path of the factory's file
 */
record ModulePlace(String folder, String sources, String factory) {

  static final String MAVEN_SOURCES = "src/main/java";

  /** Returns whether only {@code src/main/java} counts. */
  boolean isMaven() {
    return sources.equals(Steps.join(folder, MAVEN_SOURCES));
  }

  /** Returns whether the path is of the module. */
  boolean has(String path) {
    return Steps.isBelow(folder, path);
  }

  /** Returns whether the path is that of a source which is compiled. */
  boolean hasSource(String path) {
    return FileNames.isJava(path) && Steps.isBelow(isMaven() ? sources : folder, path);
  }

  /**
   * Returns the folders where something may be that belongs to the module: first its own, then
   * those down to the sources, then those above.
   */
  List<String> around() {
    List<String> inside =
        Steps.upwards(Steps.folderOf(factory)).stream()
            .filter(each -> Steps.isBelow(folder, each) && !each.equals(folder))
            .toList();
    List<String> all = new ArrayList<>(List.of(folder));
    all.add(Steps.join(folder, "src"));
    all.addAll(inside);
    all.addAll(Steps.upwards(folder));
    return all.stream().distinct().toList();
  }
}
