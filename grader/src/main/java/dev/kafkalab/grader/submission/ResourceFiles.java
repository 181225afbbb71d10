package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files in {@code src/main/resources}, which are on the class path beside the classes.
 *
 * <p>Links are not followed. Class files are left out: what runs is what was compiled here.
 */
public final class ResourceFiles {

  private static final String PLACE = "src/main/resources";
  private static final String CLASS = ".class";

  private final Submission submission;
  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<Feedback> problems = new ArrayList<>();

  private ResourceFiles(Submission submission) {
    this.submission = submission;
    this.root = submission.folder().resolve(PLACE);
  }

  /**
   * Finds them; a submission that is no Maven module has none.
   *
   * @throws IOException where the disk fails
   */
  public static ResourceFiles of(Submission submission) throws IOException {
    ResourceFiles found = new ResourceFiles(submission);
    if (submission.isMavenModule() && Files.isDirectory(found.root)) {
      Files.walkFileTree(found.root, found.new Visitor());
      found.files.sort(null);
    }
    return found;
  }

  /** Returns whether a file of a submission is one of them, by its path with slashes. */
  public static boolean isOne(String shown) {
    return shown.startsWith(PLACE + "/");
  }

  /** Returns their paths, in their order. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /**
   * Copies them to the folder of the classes.
   *
   * @return what the student has to mend; nothing if all were copied
   * @throws IOException where the grader's own disk fails
   */
  List<Feedback> copyTo(Path classes) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      if (!problems.isEmpty()) {
        break;
      }
      byte[] content = read(file);
      bytes += content.length;
      if (content.length > SourceLimits.FILE_BYTES || bytes > SourceLimits.TOTAL_BYTES) {
        problems.add(FolderFeedback.resourcesTooLarge(PLACE, SourceLimits.TOTAL_BYTES));
      } else {
        write(content, classes.resolve(root.relativize(file).toString()));
      }
    }
    return List.copyOf(problems);
  }

  private byte[] read(Path file) throws IOException {
    try {
      return SourceCopy.read(file);
    } catch (AccessDeniedException e) {
      problems.add(FolderFeedback.unreadable(submission.shown(file)));
      return new byte[0];
    }
  }

  private static void write(byte[] content, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target, content, StandardOpenOption.CREATE_NEW);
  }

  /** Ends the search at the first problem: whatever else is there does not matter then. */
  private final class Visitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
      if (root.relativize(folder).getNameCount() > SourceLimits.DEPTH) {
        problems.add(FolderFeedback.folderTooDeep(submission.shown(folder), SourceLimits.DEPTH));
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
      boolean isClass = file.toString().toLowerCase(Locale.ROOT).endsWith(CLASS);
      if (about.isRegularFile() && !isClass) {
        files.add(file);
      }
      if (files.size() <= SourceLimits.FILES) {
        return FileVisitResult.CONTINUE;
      }
      problems.add(FolderFeedback.tooManyResources(PLACE, SourceLimits.FILES));
      return FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      problems.add(FolderFeedback.unreadable(submission.shown(file)));
      return FileVisitResult.TERMINATE;
    }
  }
}
