package dev.kafkalab.grader.handin.mend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A copy of a module that is not written yet: what comes where, and what was done to it. */
final class Draft {

  /**
   * A file of the copy.
   *
   * @param path the student's path of it
   * @param isText whether it is decoded and written as UTF-8; else its bytes are copied
   */
  private record Content(String path, boolean isText) {}

  private final StudentFiles files;
  private final Map<String, Content> byTarget = new TreeMap<>();
  private final Set<Remark> remarks = new LinkedHashSet<>();

  Draft(StudentFiles files) {
    this.files = files;
  }

  void remark(Remark remark) {
    remarks.add(remark);
  }

  List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  List<Remark> mended() {
    return remarks.stream().filter(remark -> remark.kind() == Remark.Kind.MENDED).toList();
  }

  /** Copies a file as it is. */
  void copy(String path, String target) throws IOException, Unreadable {
    put(target, new Content(path, false));
  }

  /** Copies a text, as UTF-8. */
  void decode(String path, String target) throws IOException, Unreadable {
    put(target, new Content(path, true));
  }

  /** Copies a text, as UTF-8, whatever was to come to its place, and no longer to its old one. */
  void replace(String path, String target) {
    forget(path);
    byTarget.put(target, new Content(path, true));
  }

  /** Copies a file to this place and to no other. */
  void move(String path, String target) throws IOException, Unreadable {
    forget(path);
    copy(path, target);
  }

  private void forget(String path) {
    byTarget.values().removeIf(content -> content.path().equals(path));
  }

  /**
   * A double with the same bytes harms nobody; of two that differ, nobody can tell which counts.
   */
  private void put(String target, Content content) throws IOException, Unreadable {
    Content other = byTarget.putIfAbsent(target, content);
    if (other == null) {
      return;
    }
    if (!Arrays.equals(files.read(other.path()), files.read(content.path()))) {
      throw new Unreadable(
          HandinFeedback.twoOf(Steps.nameOf(target), List.of(other.path(), content.path())));
    }
    remark(Remark.mended("a second '%s' with the same text left out".formatted(content.path())));
  }

  /**
   * Writes the copy.
   *
   * @param folder made where it is missing
   * @throws IOException where our own disk fails
   */
  void writeTo(Path folder) throws IOException, Unreadable {
    Path lastFolder = Files.createDirectories(folder);
    for (Map.Entry<String, Content> each : byTarget.entrySet()) {
      Path target = folder.resolve(each.getKey());
      Path above = Objects.requireNonNull(target.getParent());
      if (!above.equals(lastFolder)) {
        lastFolder = Files.createDirectories(above);
      }
      write(each.getValue(), target);
    }
  }

  private void write(Content content, Path target) throws IOException, Unreadable {
    String path = content.path();
    Text text = content.isText() ? files.text(path) : Text.NONE;
    try {
      if (!text.content().isEmpty()) {
        Files.write(target, text.content().getBytes(UTF_8));
      } else if (files.wasUnpacked(path)) {
        Files.move(files.file(path), target);
      } else {
        Files.copy(files.file(path), target, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (AccessDeniedException e) {
      throw new Unreadable(HandinFeedback.unreadable(path));
    }
  }
}
