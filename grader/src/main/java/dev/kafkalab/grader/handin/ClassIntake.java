package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.archive.ArchiveKind;
import dev.kafkalab.grader.handin.archive.ArchiveRefusal;
import dev.kafkalab.grader.handin.mend.Mending;
import dev.kafkalab.grader.handin.mend.Reading;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.platform.Arrival;
import dev.kafkalab.grader.handin.platform.Delivery;
import dev.kafkalab.grader.handin.platform.Piece;
import dev.kafkalab.grader.handin.roster.Roster;
import dev.kafkalab.grader.submission.SourceCheck;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads the submissions of a class, or one alone; none of them can end the reading of the others.
 */
public final class ClassIntake {

  private final Path work;
  private final boolean isStrict;

  /**
   * Prepares it.
   *
   * @param work an empty folder of ours: copies are below it
   * @param isStrict whether submissions that would have to be mended are refused
   */
  public ClassIntake(Path work, boolean isStrict) {
    this.work = work;
    this.isStrict = isStrict;
  }

  /**
   * Reads one submission: a folder or an archive.
   *
   * @param work gives an empty folder of ours, and is asked only where one is needed
   * @throws IOException where our own disk fails
   */
  public static Reading readOne(Path source, Supplier<Path> work) throws IOException {
    boolean isFolder = Files.isDirectory(source);
    Path real = source.toRealPath();
    Piece piece = isFolder ? Piece.contentOf(real) : Piece.as(real);
    String name = String.valueOf(real.getFileName());
    return Mending.read(List.of(piece), isFolder ? name : ArchiveKind.stem(name), work, false);
  }

  /**
   * Reads all submissions of a folder or an archive, several at once.
   *
   * @throws ArchiveRefusal where the source itself cannot be opened
   * @throws IOException where our own disk fails, or this thread is interrupted
   */
  public HandedIn readAll(Path source, Roster roster, IntakeListener listener)
      throws IOException, ArchiveRefusal {
    Delivery delivery = ClassSource.open(source, work.resolve("source"));
    listener.recognized(delivery.shape(), delivery.arrivals().size());
    Ownership ownership = Ownership.of(delivery.arrivals(), roster);
    ExecutorService pool =
        Daemon.pool("read-submission", Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Handin>> futures = new ArrayList<>();
      for (Arrival arrival : delivery.arrivals()) {
        Path folder = work.resolve(Integer.toString(futures.size() + 1));
        Owner owner = ownership.of(arrival);
        futures.add(
            pool.submit(
                () -> {
                  Handin handin = new Handin(arrival, owner, read(arrival, folder));
                  listener.read(handin);
                  return handin;
                }));
      }
      List<Handin> handins = new ArrayList<>();
      for (Future<Handin> future : futures) {
        handins.add(get(future));
      }
      return new HandedIn(delivery.shape(), handins, ownership.missing(), delivery.aside());
    } finally {
      pool.shutdownNow();
    }
  }

  /** What the grader itself fails at, for one submission, it says of that one. */
  private Reading read(Arrival arrival, Path folder) throws IOException {
    try {
      return readAndCheck(arrival, folder);
    } catch (RuntimeException | StackOverflowError e) {
      return new Refused(List.of(failed(e)), List.of());
    }
  }

  private static Feedback failed(Throwable failure) {
    return Feedback.of(
        "The grader itself failed to read it: %s".formatted(failure),
        "This is not the student's fault: read it by hand, and report the failure.");
  }

  private Reading readAndCheck(Arrival arrival, Path folder) throws IOException {
    Reading reading = Mending.read(arrival.pieces(), arrival.label(), () -> folder, isStrict);
    if (reading instanceof Gradable gradable) {
      List<Feedback> problems = SourceCheck.problems(gradable.folder());
      return problems.isEmpty() ? reading : new Refused(problems, reading.remarks());
    }
    return reading;
  }

  private static Handin get(Future<Handin> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while submissions were read");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("a submission could not be read", e.getCause());
    }
  }
}
