package dev.kafkalab.grader.watch;

import dev.kafkalab.grader.engine.Cancellation;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.Compiling;
import dev.kafkalab.grader.resources.WorkFolder;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.submission.PreparedSubmission.Refused;
import dev.kafkalab.grader.submission.ResourceFiles;
import dev.kafkalab.grader.submission.answers.AnswersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grades a submission, and again whenever a file of it is saved: first the criterion that its
 * author works on, then what else the change can concern.
 *
 * <p>A file that is saved meanwhile ends the grading. All gradings have the same seed, so that only
 * the student's changes change a verdict.
 */
public final class Watch implements AutoCloseable {

  private final GradingRequest request;
  private final WatchListener listener;
  private final List<CriterionInfo> asked;
  private final Standing standing;
  private final WorkFolder folder = new WorkFolder();
  private ClassGraph classes = ClassGraph.EMPTY;
  private int versions;

  /** Prepares a watch of the request's folder, for the criteria that it names. */
  public Watch(GradingRequest request, WatchListener listener) {
    this.request = request;
    this.listener = listener;
    this.asked = LabRubric.criteria(request.criteria());
    this.standing = new Standing(asked);
  }

  /** Watches for as long as nobody interrupts this thread. */
  public void run() throws InterruptedException {
    SavedFiles files = new SavedFiles(request.folder());
    for (; ; ) {
      Cancellation cancellation = new Cancellation();
      Thread grading = new Thread(() -> grade(cancellation), "watch");
      grading.start();
      List<String> saved = files.awaitChange();
      cancellation.cancel();
      grading.join();
      listener.saved(saved);
      if (saved.contains(AnswersFile.NAME)) {
        touch(EnumSet.of(Part.ANSWERS));
      }
      if (saved.stream().anyMatch(ResourceFiles::isOne)) {
        touch(EnumSet.allOf(Part.class));
      }
    }
  }

  private void grade(Cancellation cancellation) {
    try {
      PreparedSubmission prepared = compile();
      if (prepared instanceof Ready ready) {
        ClassGraph now = ClassGraph.of(ready.classes());
        touch(Touched.parts(classes, now));
        classes = now;
        if (!cancellation.isCancelled()) {
          judgeOpen(cancellation);
        }
      } else if (prepared instanceof Refused refused) {
        listener.refused(refused.problems());
      }
    } catch (IOException e) {
      listener.failed(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      listener.failed(e);
    }
  }

  private void judgeOpen(Cancellation cancellation) {
    List<CriterionInfo> open = standing.open();
    listener.begins(open.size(), asked.size());
    if (open.isEmpty()) {
      return;
    }
    Optional<CriterionInfo> first = standing.first().filter(criterion -> open.size() > 1);
    first
        .flatMap(criterion -> judge(List.of(criterion), cancellation))
        .flatMap(graded -> graded.grade().results().stream().findFirst())
        .ifPresent(listener::workedOn);
    judge(standing.open(), cancellation).map(standing::of).ifPresent(listener::ended);
  }

  /** Judges these; returns nothing where that was cancelled. */
  private Optional<GradedSubmission> judge(
      List<CriterionInfo> criteria, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return Optional.empty();
    }
    GradingListener shown = new WhileWanted(listener.grading(), standing::add, cancellation);
    GradedSubmission graded = Grader.grade(request.of(criteria), shown, cancellation);
    return cancellation.isCancelled() ? Optional.empty() : Optional.of(graded);
  }

  private void touch(Set<Part> parts) {
    standing.touch(Touched.of(asked, parts));
  }

  /** Compiles what is saved now; nobody needs the version before it any more. */
  private PreparedSubmission compile() throws IOException {
    Path version = folder.path().resolve("version-" + versions);
    if (versions > 0) {
      FolderDeletion.of(version);
    }
    versions++;
    Path next = version.resolveSibling("version-" + versions);
    return Compiling.of(request.folder(), attempt -> next).once(1);
  }

  /** Deletes what was compiled. */
  @Override
  public void close() {
    folder.delete();
  }
}
