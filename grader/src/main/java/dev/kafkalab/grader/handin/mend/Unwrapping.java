package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.handin.archive.Archive;
import dev.kafkalab.grader.handin.archive.ArchiveBudget;
import dev.kafkalab.grader.handin.archive.ArchiveKind;
import dev.kafkalab.grader.handin.archive.ArchiveLimits;
import dev.kafkalab.grader.handin.archive.ArchiveRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Opens a student's archives as long as the factory is not among the files, and those in them. */
final class Unwrapping {

  private static final int DEPTH = 2;

  private final StudentFiles files;
  private final Leftovers leftovers;
  private final Supplier<Path> work;
  private final ArchiveBudget budget = new ArchiveBudget(ArchiveLimits.OF_A_STUDENT);
  private final Set<String> tried = new HashSet<>();
  private final List<String> opened = new ArrayList<>();
  private final List<Feedback> problems = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param work gives a folder of ours, and is asked only where there is an archive
   */
  Unwrapping(StudentFiles files, Leftovers leftovers, Supplier<Path> work) {
    this.files = files;
    this.leftovers = leftovers;
    this.work = work;
  }

  void open() throws IOException, Unreadable {
    for (int depth = 0; depth < DEPTH && !hasFactory(); depth++) {
      for (String path : List.copyOf(files.paths())) {
        if (ArchiveKind.isNamed(path) && tried.add(path)) {
          open(path);
        }
      }
    }
  }

  private boolean hasFactory() {
    return files.paths().stream().anyMatch(path -> FileNames.isFactory(Steps.nameOf(path)));
  }

  private void open(String path) throws IOException, Unreadable {
    Path folder = target().resolve(Integer.toString(tried.size()));
    Files.createDirectories(folder);
    try {
      Archive.unpack(files.file(path), path, folder, steps -> !leftovers.has(steps), budget);
    } catch (ArchiveRefusal e) {
      problems.add(e.feedback());
      FolderDeletion.of(folder);
      return;
    }
    opened.add(path);
    files.remove(path);
    files.addUnpacked(folder, path);
  }

  private Path target() {
    return work.get().resolve("unpacked");
  }

  /** Removes what was unpacked. */
  void remove() throws IOException {
    if (!tried.isEmpty() && Files.exists(target(), LinkOption.NOFOLLOW_LINKS)) {
      FolderDeletion.of(target());
    }
  }

  /** Returns the paths of the archives that were opened. */
  List<String> opened() {
    return opened;
  }

  /** Returns why the first of the others was not opened. */
  Optional<Feedback> problem() {
    return problems.stream().findFirst();
  }
}
