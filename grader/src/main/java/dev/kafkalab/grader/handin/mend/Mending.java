package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.platform.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads what one student handed in: opens archives, finds the module, and mends it in a copy. */
public final class Mending {

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");

  private final List<Piece> pieces;
  private final String name;
  private final Supplier<Path> work;
  private final boolean isStrict;
  private final Leftovers leftovers = new Leftovers();
  private final StudentFiles files = new StudentFiles(leftovers);
  private final Unwrapping archives;
  private final Draft draft = new Draft(files);

  private Mending(List<Piece> pieces, String name, Supplier<Path> work, boolean isStrict) {
    this.pieces = List.copyOf(pieces);
    this.name = name;
    this.work = work;
    this.isStrict = isStrict;
    this.archives = new Unwrapping(files, leftovers, work);
  }

  /**
   * Reads one submission. A folder that is as the lab demands is not copied.
   *
   * @param name what a copy's folder is called
   * @param work gives an empty folder of ours, and is asked only where one is needed; nothing but
   *     the copy stays in it
   * @param isStrict whether a submission that would have to be mended is refused
   * @throws IOException where our own disk fails
   */
  public static Reading read(List<Piece> pieces, String name, Supplier<Path> work, boolean isStrict)
      throws IOException {
    Mending mending = new Mending(pieces, name, work, isStrict);
    try {
      return mending.read();
    } catch (Unreadable e) {
      return new Refused(List.of(e.feedback()), mending.draft.remarks());
    } finally {
      mending.archives.remove();
    }
  }

  private Reading read() throws IOException, Unreadable {
    for (Piece piece : pieces) {
      files.add(piece);
    }
    archives.open();
    ModulePlace module = findModule();
    sayWhere(module);
    SourceMending sources = new SourceMending(files, module, draft);
    sources.takeAll();
    AnswersSearch.into(draft, files, module);
    ScreenshotSearch.into(draft, files, module);
    if (isStrict && !draft.mended().isEmpty()) {
      throw new Unreadable(HandinFeedback.strict(draft.mended()));
    }
    return needsCopy(module, sources) ? copy(module, sources) : original();
  }

  private void sayWhere(ModulePlace module) {
    for (String archive : archives.opened()) {
      if (!module.folder().startsWith(archive + "/")) {
        draft.remark(Remark.read("'%s' opened".formatted(archive)));
      }
    }
    if (!module.folder().isEmpty() && !archives.opened().contains(module.folder())) {
      draft.remark(Remark.read("found in '%s/'".formatted(module.folder())));
    }
  }

  /** An archive that was not opened explains why there is no module. */
  private ModulePlace findModule() throws IOException, Unreadable {
    try {
      return ModuleSearch.find(files, !archives.opened().isEmpty());
    } catch (Unreadable e) {
      Feedback better = archives.problem().orElse(e.feedback());
      throw hasFactory() ? e : new Unreadable(better);
    }
  }

  private boolean hasFactory() {
    return files.paths().stream().anyMatch(path -> FileNames.isFactory(Steps.nameOf(path)));
  }

  /** Reports name a submission by its folder: a module that is deeper would have another name. */
  private boolean needsCopy(ModulePlace module, SourceMending sources) {
    return !draft.mended().isEmpty()
        || sources.hasRenamed()
        || !module.folder().isEmpty()
        || !isOneFolder();
  }

  private boolean isOneFolder() {
    return pieces.size() == 1
        && pieces.get(0).name().isEmpty()
        && Files.isDirectory(pieces.get(0).path(), LinkOption.NOFOLLOW_LINKS);
  }

  private Gradable original() {
    return new Gradable(pieces.get(0).path(), "", false, draft.remarks());
  }

  private Gradable copy(ModulePlace module, SourceMending sources) throws IOException, Unreadable {
    for (String link : files.links()) {
      if (module.hasSource(link) || FileNames.isAnswers(Steps.nameOf(link))) {
        throw new Unreadable(HandinFeedback.link(link));
      }
    }
    Path target = work.get().resolve("copy").resolve(folderName());
    Files.createDirectories(target.getParent());
    if (isWholeFolderOfArchive(module, sources)) {
      Files.move(files.folderOf(module), target);
    } else {
      draft.writeTo(target);
    }
    if (sources.flat() > 0) {
      draft.remark(Remark.read("sources put into the folders of their packages"));
    }
    List<Remark> remarks = new ArrayList<>(draft.remarks());
    if (!leftovers.seen().isEmpty()) {
      remarks.add(Remark.leftOut("left out: " + String.join(", ", leftovers.seen())));
    }
    return new Gradable(target, module.folder(), true, remarks);
  }

  /** What nobody needs was not unpacked: the folder is the copy already. */
  private boolean isWholeFolderOfArchive(ModulePlace module, SourceMending sources) {
    return files.wasUnpacked(module.factory())
        && draft.mended().isEmpty()
        && !sources.hasRenamed()
        && sources.flat() == 0;
  }

  /** A name that a student chose, or a platform, is not always one that a folder can have. */
  private String folderName() {
    String possible = NOT_IN_NAMES.matcher(name).replaceAll("_");
    return possible.matches("[. ]*") ? "submission" : possible;
  }
}
