package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Finds the Java files of a submission, and what keeps one from being used.
 *
 * <p>Links are never followed. Hidden files are skipped: editors and archives leave them behind,
 * such as {@code ._Solution.java}. {@code module-info.java} is skipped too: the submission is
 * compiled and run on the class path, where a module has no meaning.
 */
public final class SourceSearch extends SimpleFileVisitor<Path> {

  private static final String JAVA = ".java";
  private static final String FACTORY = "KafkaLabFactory.java";
  private static final Set<String> NOT_OF_THE_STUDENT =
      Set.of("target", "build", "out", "node_modules", "__MACOSX");

  private final Submission submission;
  private final List<Path> files = new ArrayList<>();
  private final List<Feedback> problems = new ArrayList<>();
  private final List<Path> kotlin = new ArrayList<>();
  private int entries;

  private SourceSearch(Submission submission) {
    this.submission = submission;
  }

  /**
   * Walks through the submission's sources.
   *
   * @throws IOException if the disk fails; anything that the student can fix is a problem instead
   */
  public static SourceSearch through(Submission submission) throws IOException {
    SourceSearch search = new SourceSearch(submission);
    if (search.reachesRootWithoutLinks()) {
      Files.walkFileTree(submission.sourceRoot(), search);
    }
    search.tellOfKotlin();
    return search;
  }

  /** Returns the Java files that can be read, in the order of their paths. */
  public List<Path> files() {
    return files.stream().sorted().toList();
  }

  /** Returns what the student has to fix in the folder. */
  List<Feedback> problems() {
    return List.copyOf(problems);
  }

  /** A file in Kotlin does no harm beside a solution in Java; in its place it explains all else. */
  private void tellOfKotlin() {
    Path usual = submission.folder().resolve("src").resolve("main").resolve("kotlin");
    if (Files.isDirectory(usual)) {
      kotlin.add(usual);
    }
    if (!kotlin.isEmpty() && files.stream().noneMatch(file -> file.endsWith(FACTORY))) {
      Path first = kotlin.stream().sorted().findFirst().orElseThrow();
      problems.add(FolderFeedback.kotlin(submission.shown(first)));
    }
  }

  private boolean reachesRootWithoutLinks() {
    Path step = submission.folder();
    for (Path part : step.relativize(submission.sourceRoot())) {
      step = step.resolve(part);
      if (Files.isSymbolicLink(step)) {
        problems.add(FolderFeedback.linkedFolder(submission.shown(step)));
        return false;
      }
    }
    return true;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(submission.sourceRoot())) {
      return FileVisitResult.CONTINUE;
    }
    if (isLeftOut(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Path below = submission.sourceRoot().relativize(folder);
    if (below.getNameCount() > SourceLimits.DEPTH) {
      problems.add(FolderFeedback.folderTooDeep(submission.shown(folder), SourceLimits.DEPTH));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return countEntry();
  }

  private boolean isLeftOut(Path folder) {
    String name = folder.getFileName().toString();
    if (name.startsWith(".")) {
      return true;
    }
    // In src/main/java every folder is a package, whatever it is called.
    return !submission.isMavenModule()
        && (NOT_OF_THE_STUDENT.contains(name) || folder.endsWith(Path.of("src", "test")));
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String fileName = file.getFileName().toString();
    if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      if (!isLeftOut(file)) {
        problems.add(FolderFeedback.linkedFolder(submission.shown(file)));
      }
    } else if (fileName.toLowerCase(Locale.ROOT).endsWith(JAVA)
        && !fileName.startsWith(".")
        && !fileName.equals("module-info.java")) {
      takeJavaFile(file, fileName, attributes);
    } else if (fileName.toLowerCase(Locale.ROOT).endsWith(JAVA + ".txt")) {
      problems.add(FolderFeedback.textFile(submission.shown(file), fileName));
    } else if (fileName.toLowerCase(Locale.ROOT).endsWith(".kt")) {
      kotlin.add(file);
    }
    if (files.size() > SourceLimits.FILES) {
      problems.add(FolderFeedback.tooManyFiles(SourceLimits.FILES));
      return FileVisitResult.TERMINATE;
    }
    return countEntry();
  }

  private void takeJavaFile(Path file, String fileName, BasicFileAttributes attributes) {
    String name = submission.shown(file);
    if (name.length() > SourceLimits.PATH_CHARACTERS) {
      problems.add(FolderFeedback.pathTooLong(name, SourceLimits.PATH_CHARACTERS));
    } else if (attributes.isSymbolicLink()) {
      problems.add(FolderFeedback.linkedFile(name));
    } else if (!attributes.isRegularFile()) {
      problems.add(FolderFeedback.notARegularFile(name));
    } else if (!isNamedAfterAClass(fileName)) {
      problems.add(FolderFeedback.badFileName(name, fileName));
    } else {
      files.add(file);
    }
  }

  private static boolean isNamedAfterAClass(String fileName) {
    String stem = fileName.substring(0, fileName.length() - JAVA.length());
    return fileName.endsWith(JAVA)
        && (fileName.equals("package-info.java")
            || (SourceVersion.isIdentifier(stem) && !SourceVersion.isKeyword(stem)));
  }

  private FileVisitResult countEntry() {
    entries++;
    if (entries <= SourceLimits.ENTRIES) {
      return FileVisitResult.CONTINUE;
    }
    problems.add(FolderFeedback.tooManyEntries(submission.name(), SourceLimits.ENTRIES));
    return FileVisitResult.TERMINATE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof AccessDeniedException) {
      problems.add(FolderFeedback.unreadable(submission.shown(file)));
    } else if (!(failure instanceof NoSuchFileException)) {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }
}
