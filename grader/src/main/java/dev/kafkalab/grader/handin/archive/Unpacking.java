package dev.kafkalab.grader.handin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one archive below one folder, each as a new file. */
final class Unpacking {

  private static final int BLOCK = 1 << 16;

  private final String archive;
  private final long packed;
  private final Path target;
  private final Predicate<List<String>> isWanted;
  private final ArchiveBudget budget;
  private final byte[] block = new byte[BLOCK];
  private long unpacked;

  /** To make a folder that is there costs as much as to write a file. */
  private @Nullable Path lastFolder;

  /**
   * Prepares it.
   *
   * @param archive its name, for messages
   * @param packed its size, in bytes
   * @param isWanted tells from the steps of a path whether the file is written at all
   */
  Unpacking(
      String archive,
      long packed,
      Path target,
      Predicate<List<String>> isWanted,
      ArchiveBudget budget) {
    this.archive = archive;
    this.packed = packed;
    this.target = target;
    this.isWanted = isWanted;
    this.budget = budget;
  }

  String archive() {
    return archive;
  }

  /** Returns where an entry may be written, as steps below the target; none if it is left out. */
  List<String> accept(String entry) throws ArchiveRefusal {
    budget.countEntry(archive);
    List<String> steps = EntryNames.steps(archive, entry);
    return isWanted.test(steps) ? steps : List.of();
  }

  void makeFolder(List<String> steps) throws IOException, ArchiveRefusal {
    try {
      makeFolder(place(steps));
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new ArchiveRefusal(ArchiveFeedback.twice(archive, String.join("/", steps)));
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (!folder.equals(lastFolder)) {
      Files.createDirectories(folder);
      lastFolder = folder;
    }
  }

  void write(List<String> steps, InputStream content) throws IOException, ArchiveRefusal {
    Path file = place(steps);
    try (OutputStream out = create(file, steps)) {
      for (int count = next(content); count >= 0; count = next(content)) {
        unpacked += count;
        budget.countBytes(archive, count, unpacked, packed);
        out.write(block, 0, count);
      }
    }
  }

  /** Reads what is left of an entry, and forgets it. */
  void skip(InputStream content) throws ArchiveRefusal {
    int count = next(content);
    while (count >= 0) {
      count = next(content);
    }
  }

  /** Bounds a stream that has to be read to its end, also where its entries are left out. */
  void countStreamed(long bytes) throws Overrun {
    try {
      budget.countStreamed(archive, bytes, packed);
    } catch (ArchiveRefusal e) {
      throw new Overrun(e);
    }
  }

  private OutputStream create(Path file, List<String> steps) throws IOException, ArchiveRefusal {
    try {
      makeFolder(Objects.requireNonNull(file.getParent()));
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new ArchiveRefusal(ArchiveFeedback.twice(archive, String.join("/", steps)));
    } catch (FileSystemException e) {
      if (isTooLong(steps)) {
        throw new ArchiveRefusal(ArchiveFeedback.badName(archive, String.join("/", steps)));
      }
      throw e;
    }
  }

  /** Most file systems give one name 255 bytes. */
  private static boolean isTooLong(List<String> steps) {
    return steps.stream().anyMatch(step -> step.getBytes(UTF_8).length > 255);
  }

  /** What the library throws here is about the archive, not about our disk. */
  private int next(InputStream content) throws ArchiveRefusal {
    try {
      return content.read(block);
    } catch (Overrun e) {
      throw e.refusal();
    } catch (IOException | IllegalArgumentException e) {
      throw new ArchiveRefusal(ArchiveFeedback.damaged(archive));
    }
  }

  private Path place(List<String> steps) throws ArchiveRefusal {
    try {
      Path place = target.resolve(String.join("/", steps)).normalize();
      if (place.startsWith(target)) {
        return place;
      }
      throw new ArchiveRefusal(ArchiveFeedback.outside(archive, String.join("/", steps)));
    } catch (InvalidPathException e) {
      throw new ArchiveRefusal(ArchiveFeedback.badName(archive, String.join("/", steps)));
    }
  }
}
