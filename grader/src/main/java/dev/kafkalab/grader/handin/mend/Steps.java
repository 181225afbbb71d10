package dev.kafkalab.grader.handin.mend;

import java.util.ArrayList;
import java.util.List;

/** Takes paths apart that are written with slashes; the empty text is the top. */
final class Steps {

  private Steps() {}

  static List<String> of(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
  }

  static String join(List<String> steps) {
    return String.join("/", steps);
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
  }

  static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static boolean isBelow(String folder, String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /** Returns a path without the folder that it is below. */
  static String below(String folder, String path) {
    return folder.isEmpty() ? path : path.substring(folder.length() + 1);
  }

  /** Returns the folder and those that it is in, the nearest first, up to the top. */
  static List<String> upwards(String folder) {
    List<String> folders = new ArrayList<>();
    for (String each = folder; !each.isEmpty(); each = folderOf(each)) {
      folders.add(each);
    }
    folders.add("");
    return folders;
  }
}
