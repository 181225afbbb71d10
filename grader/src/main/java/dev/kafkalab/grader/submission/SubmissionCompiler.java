package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.compiler.CompilerFault;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles a student's folder for the lab, without running anything of it.
 *
 * <p>The folder's own build files are not looked at, annotation processors and compiler plugins
 * never run, and no class of the student's is loaded.
 */
public final class SubmissionCompiler {

  private final JavaCompiler javac;
  private final List<Path> classPath;
  private final CompilerLimits limits;

  /**
   * Finds the compiler of the JDK that runs the grader.
   *
   * @param classPath the jars and folders that a submission may use, beside Java itself
   * @param limits how much the compiler may take for one submission
   * @throws IllegalStateException where there is a Java runtime only
   */
  public SubmissionCompiler(List<Path> classPath, CompilerLimits limits) {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new IllegalStateException(
          "The grader needs a JDK, but it is running on a Java runtime without a compiler: "
              + System.getProperty("java.home"));
    }
    this.javac = found;
    this.classPath = List.copyOf(classPath);
    this.limits = limits;
  }

  /**
   * Copies the folder's Java files and compiles the copies.
   *
   * <p>On return the copies are in {@code sources} below the working folder and, where the result
   * is {@link PreparedSubmission.Ready}, the class files in {@code classes}. A compiler that
   * overran its limits stops at the next class that it comes to; it may read the copies until then.
   *
   * @param folder what the student handed in; whatever is wrong with it is told, never thrown
   * @param workDir an empty folder of the grader's, made where it is missing
   * @throws UncheckedIOException where the grader's own disk fails
   * @throws CompilerFault where the machine, or the grader, kept the compiler from its end
   */
  public PreparedSubmission prepare(Path folder, Path workDir) {
    if (!Files.exists(folder)) {
      return ShownProblems.refuse(List.of(FolderFeedback.missingFolder(folder)));
    }
    if (!Files.isDirectory(folder)) {
      return ShownProblems.refuse(List.of(FolderFeedback.notAFolder(folder)));
    }
    try {
      return prepare(Submission.in(folder), folder, workDir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PreparedSubmission prepare(Submission submission, Path folder, Path workDir)
      throws IOException {
    SourceSearch search = SourceSearch.through(submission);
    Path ownFolder = Files.createDirectories(workDir).toRealPath();
    Path copies = Files.createDirectory(ownFolder.resolve("sources"));
    SourceCopy copy = SourceCopy.of(submission, search.files(), copies);
    List<Feedback> problems = new ArrayList<>(search.problems());
    problems.addAll(copy.problems());
    if (problems.isEmpty() && copy.sources().isEmpty()) {
      Path asNamed = folder.resolve(submission.folder().relativize(submission.sourceRoot()));
      problems.add(FolderFeedback.noSource(asNamed.toString()));
    }
    if (!problems.isEmpty()) {
      return ShownProblems.refuse(problems);
    }
    Path classes = Files.createDirectory(ownFolder.resolve("classes"));
    Compilation compilation = new Compilation(javac, classPath, copy.sources(), classes);
    PreparedSubmission prepared = CompilerThread.finish(compilation, limits);
    return prepared instanceof PreparedSubmission.Ready
        ? withResources(prepared, submission, classes)
        : prepared;
  }

  private static PreparedSubmission withResources(
      PreparedSubmission ready, Submission submission, Path classes) throws IOException {
    List<Feedback> problems = ResourceFiles.of(submission).copyTo(classes);
    return problems.isEmpty() ? ready : ShownProblems.refuse(problems);
  }
}
