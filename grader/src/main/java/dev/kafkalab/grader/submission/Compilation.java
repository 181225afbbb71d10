package dev.kafkalab.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.submission.compiler.CompilerCrash;
import dev.kafkalab.grader.submission.compiler.JavacErrors;
import dev.kafkalab.grader.submission.compiler.SourceFile;
import dev.kafkalab.grader.submission.compiler.SourceNames;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles one submission, phase by phase, and checks it between the phases. */
public final class Compilation implements Callable<PreparedSubmission> {

  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          "--release",
          "17",
          "-encoding",
          "UTF-8",
          "-g",
          "-parameters",
          "-Xmaxerrs",
          "50",
          "-nowarn");

  private final JavaCompiler javac;
  private final List<Path> classPath;
  private final List<SourceFile> sources;
  private final Path classes;
  private final SourceNames names;
  private final JavacErrors errors;
  private volatile boolean abandoned;

  Compilation(JavaCompiler javac, List<Path> classPath, List<SourceFile> sources, Path classes) {
    this.javac = javac;
    this.classPath = classPath;
    this.sources = sources;
    this.classes = classes;
    this.names = new SourceNames(sources);
    this.errors = new JavacErrors(names);
  }

  /** Says that nobody waits any more: the compiler stops at the next class that it comes to. */
  public void abandon() {
    abandoned = true;
  }

  /**
   * Compiles the sources.
   *
   * @throws CompilerCrash where the compiler breaks on them
   * @throws IOException where the grader's disk fails
   */
  @Override
  public PreparedSubmission call() throws IOException {
    try (StandardJavaFileManager files = javac.getStandardFileManager(errors, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      // Empty is not the same as unset: then javac would look for both on the class path.
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
      return run(newTask(files));
    }
  }

  private JavacTask newTask(StandardJavaFileManager files) {
    List<Path> copies = sources.stream().map(SourceFile::copy).toList();
    JavacTask task =
        (JavacTask)
            javac.getTask(
                Writer.nullWriter(),
                files,
                errors,
                OPTIONS,
                null,
                files.getJavaFileObjectsFromPaths(copies));
    task.setLocale(Locale.ROOT);
    task.addTaskListener(new StopWhenAbandoned());
    return task;
  }

  private PreparedSubmission run(JavacTask task) throws IOException {
    List<CompilationUnitTree> units = new ArrayList<>();
    inCompiler(task::parse).forEach(units::add);
    SourceModel model = new SourceModel(task, units, names);
    List<Feedback> problems = new ArrayList<>(errors.feedback());
    problems.addAll(ReservedPackages.problems(model));
    if (problems.isEmpty()) {
      inCompiler(task::analyze);
      if (errors.hasAny()) {
        problems.addAll(new MissingClasses(model).problems(errors.unknownNames()));
      }
      problems.addAll(errors.feedback());
    }
    if (problems.isEmpty()) {
      problems.addAll(new FactoryContract(model).problems());
    }
    if (problems.isEmpty()) {
      inCompiler(task::generate);
      insistOnWorkingDisk();
      problems.addAll(errors.feedback());
    }
    return problems.isEmpty() ? new Ready(classes, sources) : ShownProblems.refuse(problems);
  }

  /** A class file is not written where the disk fails, but also where its name is too long. */
  private void insistOnWorkingDisk() throws IOException {
    if (errors.hasUnwrittenClass()) {
      Path probe = classes.resolveSibling("probe");
      Files.write(probe, new byte[1 << 16]);
      Files.delete(probe);
    }
  }

  private interface Phase<T> {
    T run() throws IOException;
  }

  private static <T> T inCompiler(Phase<T> phase) throws IOException {
    try {
      return phase.run();
    } catch (RuntimeException | Error e) {
      throw new CompilerCrash(e);
    }
  }

  private final class StopWhenAbandoned implements TaskListener {

    @Override
    public void started(TaskEvent event) {
      if (abandoned) {
        throw new CancellationException("the deadline is over");
      }
    }
  }
}
