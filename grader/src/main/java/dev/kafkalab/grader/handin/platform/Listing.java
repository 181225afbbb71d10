package dev.kafkalab.grader.handin.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is at the top of a source: links and what systems leave behind are not listed.
 *
 * @param folders in the order of their names
 * @param files in the order of their names
 */
record Listing(Path folder, List<Path> folders, List<Path> files) {

  private static final Pattern LEFTOVER =
      Pattern.compile("__MACOSX|\\..*|Thumbs\\.db|desktop\\.ini");

  static Listing of(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> known = entries.filter(entry -> !isLeftover(entry)).sorted().toList();
      return new Listing(
          folder,
          known.stream()
              .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
              .toList(),
          known.stream()
              .filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
              .toList());
    }
  }

  private static boolean isLeftover(Path entry) {
    return LEFTOVER.matcher(nameOf(entry)).matches();
  }

  /** Returns whether most folders have such a name: somebody may have added one. */
  boolean haveFolders(Pattern name) {
    return mostOf(folders, name);
  }

  /** Returns whether most files have one of these names. */
  boolean haveFiles(Pattern... names) {
    return mostOf(files, names);
  }

  private static boolean mostOf(List<Path> entries, Pattern... names) {
    long count =
        entries.stream()
            .filter(
                each -> Arrays.stream(names).anyMatch(name -> name.matcher(nameOf(each)).matches()))
            .count();
    return count * 2 > entries.size();
  }

  /** Returns the names of all entries but those that were used. */
  List<String> allBut(List<Path> used) {
    return Stream.concat(folders.stream(), files.stream())
        .filter(each -> !used.contains(each))
        .map(Listing::nameOf)
        .toList();
  }

  static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
