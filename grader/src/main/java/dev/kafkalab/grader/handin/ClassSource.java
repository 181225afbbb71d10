package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.handin.archive.Archive;
import dev.kafkalab.grader.handin.archive.ArchiveBudget;
import dev.kafkalab.grader.handin.archive.ArchiveKind;
import dev.kafkalab.grader.handin.archive.ArchiveLimits;
import dev.kafkalab.grader.handin.archive.ArchiveRefusal;
import dev.kafkalab.grader.handin.mend.Leftovers;
import dev.kafkalab.grader.handin.platform.Arrival;
import dev.kafkalab.grader.handin.platform.Delivery;
import dev.kafkalab.grader.handin.platform.Recognition;
import dev.kafkalab.grader.handin.platform.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Opens what an instructor downloaded, and says whose each part of it is. */
final class ClassSource {

  private ClassSource() {}

  /**
   * Recognizes a folder or an archive.
   *
   * @param work an empty folder of ours for what is in an archive, made where it is needed
   * @throws ArchiveRefusal where the download itself cannot be opened
   */
  static Delivery open(Path source, Path work) throws IOException, ArchiveRefusal {
    String name = nameOf(source);
    if (Files.isDirectory(source)) {
      return Recognition.of(source.toRealPath(), name);
    }
    Files.createDirectories(work);
    Leftovers leftovers = new Leftovers();
    Archive.unpack(
        source,
        name,
        work,
        steps -> !leftovers.has(steps),
        new ArchiveBudget(ArchiveLimits.OF_A_CLASS));
    return named(Recognition.of(work.toRealPath(), name), ArchiveKind.stem(name));
  }

  /** One submission is called what its archive is called, not the folder in it. */
  private static Delivery named(Delivery delivery, String label) {
    if (delivery.shape() != Shape.ONE) {
      return delivery;
    }
    List<Arrival> arrivals =
        delivery.arrivals().stream().map(arrival -> arrival.named(label)).toList();
    return new Delivery(Shape.ONE, arrivals, delivery.aside());
  }

  private static String nameOf(Path source) throws IOException {
    Path name =
        Files.isDirectory(source) ? source.toRealPath().getFileName() : source.getFileName();
    return Objects.requireNonNullElse(name, source).toString();
  }
}
