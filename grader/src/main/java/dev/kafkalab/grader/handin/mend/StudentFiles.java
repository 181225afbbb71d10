package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.handin.platform.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All files of one student by the path that the student gave them, in NFC and with slashes. */
final class StudentFiles {

  /** As many as an archive may have. */
  private static final int MOST_FILES = 20_000;

  private static final int DEEPEST = 60;

  /** Four times what a source may have: in UTF-16 it takes twice as much. */
  private static final int READ_BYTES = 4 << 20;

  private final SortedMap<String, Path> files = new TreeMap<>();
  private final List<String> links = new ArrayList<>();
  private final Set<String> notNfc = new HashSet<>();
  private final Set<String> unpacked = new HashSet<>();
  private final Leftovers leftovers;

  StudentFiles(Leftovers leftovers) {
    this.leftovers = leftovers;
  }

  /** Adds a file, or all that is in a folder. */
  void add(Piece piece) throws IOException, Unreadable {
    if (Files.isDirectory(piece.path(), LinkOption.NOFOLLOW_LINKS)) {
      addFolder(piece.path(), piece.name());
    } else {
      put(piece.name(), piece.path());
    }
  }

  /** Adds all that was unpacked into a folder of ours, below the archive's path. */
  void addUnpacked(Path folder, String archive) throws IOException, Unreadable {
    addFolder(folder, archive);
    files.keySet().stream().filter(path -> Steps.isBelow(archive, path)).forEach(unpacked::add);
  }

  /** Returns whether the file is ours, so that it may be moved. */
  boolean wasUnpacked(String path) {
    return unpacked.contains(path);
  }

  private void addFolder(Path folder, String below) throws IOException, Unreadable {
    Files.walkFileTree(folder, Set.of(), DEEPEST, new Walk(folder, below));
    if (files.size() > MOST_FILES) {
      throw new Unreadable(HandinFeedback.tooManyFiles(MOST_FILES));
    }
  }

  /** Two files of a platform's may have had one name: both are kept, and compared later. */
  private void put(String name, Path file) {
    String path = nfc(name);
    String free = path;
    for (int number = 1; files.containsKey(free); number++) {
      int ending = Math.max(path.lastIndexOf('.'), path.lastIndexOf('/') + 1);
      free = path.substring(0, ending) + "(" + number + ")" + path.substring(ending);
    }
    files.put(free, file);
    if (!path.equals(name)) {
      notNfc.add(free);
    }
  }

  void remove(String path) {
    files.remove(path);
  }

  /** Returns the paths, in their order. */
  Set<String> paths() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /** Returns whether the file's name has letters and accents apart, as macOS writes them. */
  boolean wasNotNfc(String path) {
    return notNfc.contains(path);
  }

  /** Returns the paths of symbolic links: they are not followed. */
  List<String> links() {
    return links;
  }

  Path file(String path) {
    return Objects.requireNonNull(files.get(path));
  }

  /** Returns where the folder of a module is, all of whose files come from one place. */
  Path folderOf(ModulePlace module) {
    Path folder = file(module.factory());
    for (String unused : Steps.of(Steps.below(module.folder(), module.factory()))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  /** Reads a file's beginning: more than any source may have. */
  byte[] read(String path) throws IOException, Unreadable {
    try (InputStream in = Files.newInputStream(file(path), LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(READ_BYTES);
    } catch (AccessDeniedException e) {
      throw new Unreadable(HandinFeedback.unreadable(path));
    }
  }

  Text text(String path) throws IOException, Unreadable {
    return Text.of(read(path));
  }

  private static String nfc(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Path top;
    private final String below;

    Walk(Path top, String below) {
      this.top = top;
      this.below = below;
    }

    private String pathOf(Path entry) {
      String relative = top.relativize(entry).toString().replace('\\', '/');
      return Steps.join(below, relative);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(top)) {
        return FileVisitResult.CONTINUE;
      }
      List<String> steps = new ArrayList<>(Steps.of(pathOf(folder)));
      steps.add("any");
      return leftovers.has(steps) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = pathOf(file);
      if (leftovers.has(Steps.of(path))) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        links.add(nfc(path));
      } else if (attributes.isRegularFile()) {
        put(path, file);
      }
      return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What cannot be read is told where it matters: when the sources are looked at. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
