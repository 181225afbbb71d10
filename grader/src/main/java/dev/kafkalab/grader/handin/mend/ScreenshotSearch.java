package dev.kafkalab.grader.handin.mend;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the pictures of the topic at the module and above it. */
final class ScreenshotSearch {

  private static final String FOLDER = "screenshots";

  private final StudentFiles files;
  private final ModulePlace module;

  private ScreenshotSearch(StudentFiles files, ModulePlace module) {
    this.files = files;
    this.module = module;
  }

  /** Puts the pictures where the lab wants them, and says so where they were elsewhere. */
  static void into(Draft draft, StudentFiles files, ModulePlace module)
      throws IOException, Unreadable {
    new ScreenshotSearch(files, module).into(draft);
  }

  private void into(Draft draft) throws IOException, Unreadable {
    String right = Steps.join(module.folder(), FOLDER);
    if (!pictures(folder -> folder.equals(right)).isEmpty()) {
      return;
    }
    Optional<List<String>> found = first(true);
    if (found.isEmpty()) {
      found = first(false);
    }
    if (found.isEmpty()) {
      return;
    }
    for (String path : found.get()) {
      draft.move(path, Steps.join(FOLDER, Steps.nameOf(path)));
    }
    String from = Steps.folderOf(found.get().get(0));
    draft.remark(
        Remark.mended(
            from.isEmpty()
                ? "pictures put into screenshots/"
                : "pictures of '%s/' taken as screenshots/".formatted(from)));
  }

  private Optional<List<String>> first(boolean inFolderOfTheirOwn) {
    for (String place : module.around()) {
      List<String> found =
          pictures(
              folder ->
                  inFolderOfTheirOwn
                      ? Steps.folderOf(folder).equals(place) && isNamed(folder)
                      : folder.equals(place));
      if (!found.isEmpty()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(String folder) {
    return Steps.nameOf(folder).toLowerCase(Locale.ROOT).matches("screenshots?");
  }

  private List<String> pictures(Predicate<String> isWanted) {
    return files.paths().stream()
        .filter(path -> FileNames.isPicture(path) && isWanted.test(Steps.folderOf(path)))
        .toList();
  }
}
