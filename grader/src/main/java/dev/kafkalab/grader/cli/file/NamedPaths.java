package dev.kafkalab.grader.cli.file;

import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.feedback.FullStop;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Checks the folders and files that a command line names, before anything is run.
 *
 * @param command the command that names them
 */
public record NamedPaths(CommandLine command) {

  /**
   * Checks a folder to read.
   *
   * @throws ParameterException if it is not a folder or cannot be read
   */
  public void checkFolder(Path folder) {
    if (!Files.exists(folder)) {
      throw wrong("The folder %s does not exist.".formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw wrong("%s is a file: name the folder of the submission.".formatted(folder));
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw wrong("The folder %s cannot be read: its permissions forbid it.".formatted(folder));
    }
  }

  /**
   * Checks a file to read.
   *
   * @throws ParameterException if there is none or it cannot be read
   */
  public void checkReadable(Path file) {
    if (!Files.exists(file)) {
      throw wrong("The file %s does not exist.".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw wrong("%s is not a file.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw wrong("The file %s cannot be read: its permissions forbid it.".formatted(file));
    }
  }

  /**
   * Checks a folder to make: it may be there, but empty.
   *
   * @throws ParameterException if it is a file or contains one
   */
  public void checkNewFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw wrong("%s is a file: name a new folder.".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw wrong("The folder %s is not empty: name a new one.".formatted(folder));
      }
    }
  }

  /**
   * Checks that the files can be written and are all different.
   *
   * @throws ParameterException if one cannot be written
   */
  public void checkReports(List<Path> files) {
    Set<Path> known = new HashSet<>();
    for (Path file : files) {
      checkReport(file);
      if (isPlain(file) && !known.add(place(file))) {
        throw wrong("Two reports cannot be written to the same file: %s".formatted(file));
      }
    }
  }

  private void checkReport(Path file) {
    if (Files.isDirectory(file)) {
      throw wrong("The report cannot be written to %s: that is a folder.".formatted(file));
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw wrong("The report cannot be written to %s: its permissions forbid it.".formatted(file));
    }
    if (!Files.isDirectory(folderOf(file))) {
      throw wrong(
          "The report cannot be written to %s: the folder %s does not exist."
              .formatted(file, folderOf(file)));
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      tryToCreate(file);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
  }

  /** Only trying tells: permissions, a read-only disk, a name that is too long. */
  private void tryToCreate(Path file) {
    try {
      Files.newByteChannel(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)
          .close();
    } catch (IOException e) {
      throw wrong(
          FullStop.after("The report cannot be written to %s: %s".formatted(file, reason(e))));
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof AccessDeniedException
        ? "the permissions of its folder forbid it"
        : String.valueOf(
            failure instanceof FileSystemException known
                ? known.getReason()
                : failure.getMessage());
  }

  /** Devices and pipes may receive several reports. */
  private static boolean isPlain(Path file) {
    return !Files.exists(file) || Files.isRegularFile(file);
  }

  private Path place(Path file) {
    try {
      return Files.exists(file)
          ? file.toRealPath()
          : folderOf(file).toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw wrong(
          FullStop.after("The report cannot be written to %s: %s".formatted(file, reason(e))));
    }
  }

  private Complaint wrong(String message) {
    return new Complaint(command, message);
  }
}
