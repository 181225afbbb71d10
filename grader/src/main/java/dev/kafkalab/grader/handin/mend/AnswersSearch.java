package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.submission.answers.AnswersFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the file with the answers at the module, in its folders and above it. */
final class AnswersSearch {

  private record Found(String path, String folder, Text text) {

    boolean isNamedRight() {
      return Steps.nameOf(path).equals(AnswersFile.NAME);
    }

    boolean isGiven() {
      return Answers.in(text.content()).isGiven();
    }
  }

  /** They are all kept in memory while they are compared. */
  private static final int MOST = 20;

  private final StudentFiles files;
  private final ModulePlace module;

  private AnswersSearch(StudentFiles files, ModulePlace module) {
    this.files = files;
    this.module = module;
  }

  /** Puts the answers where the lab wants them, and says so where they were elsewhere. */
  static void into(Draft draft, StudentFiles files, ModulePlace module)
      throws IOException, Unreadable {
    new AnswersSearch(files, module).into(draft);
  }

  private void into(Draft draft) throws IOException, Unreadable {
    List<Found> found = all();
    if (found.isEmpty()) {
      return;
    }
    Found best = found.size() == 1 ? found.get(0) : best(found);
    boolean isInPlace = best.folder().equals(module.folder());
    String encoding = encodingOf(best);
    if (isInPlace && best.isNamedRight() && encoding.isEmpty()) {
      return;
    }
    if (!best.isNamedRight() || !isInPlace) {
      draft.remark(Remark.mended("'%s' taken as ANSWERS.md".formatted(best.path())));
    }
    if (!encoding.isEmpty()) {
      draft.remark(Remark.mended("ANSWERS.md: " + encoding));
    }
    draft.replace(best.path(), AnswersFile.NAME);
  }

  /** Whoever reads answers passes over a byte-order mark. */
  private static String encodingOf(Found found) {
    return found.text().mending().startsWith("byte-order") ? "" : found.text().mending();
  }

  private List<Found> all() throws IOException, Unreadable {
    List<Found> found = new ArrayList<>();
    List<String> paths =
        files.paths().stream()
            .filter(path -> FileNames.isAnswers(Steps.nameOf(path)))
            .limit(MOST)
            .toList();
    for (String folder : module.around()) {
      for (String path : paths) {
        if (Steps.folderOf(path).equals(folder)) {
          found.add(new Found(path, folder, files.text(path)));
        }
      }
    }
    return found;
  }

  /** The template's own file has no answer yet, and may still be there. */
  private static Found best(List<Found> all) throws Unreadable {
    List<Found> given = all.stream().filter(Found::isGiven).toList();
    List<Found> found = given.isEmpty() ? all : given;
    Found first = found.get(0);
    List<Found> beside =
        found.stream().filter(each -> each.folder().equals(first.folder())).toList();
    for (Found each : beside) {
      if (each.isNamedRight()) {
        return each;
      }
    }
    boolean differ =
        beside.stream().anyMatch(each -> !each.text().content().equals(first.text().content()));
    if (differ) {
      throw new Unreadable(
          HandinFeedback.twoOf(AnswersFile.NAME, beside.stream().map(Found::path).toList()));
    }
    return first;
  }
}
