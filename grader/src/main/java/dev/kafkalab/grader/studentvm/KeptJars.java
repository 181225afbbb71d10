package dev.kafkalab.grader.studentvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Keeps the jars of one build beside the grader, so that only its first grading makes them. */
final class KeptJars {

  private final Path kept;
  private final Path fallback;

  /**
   * Chooses where they are kept.
   *
   * @param grader the grader's own jar or folder of classes
   * @param fingerprint of all that they depend on
   * @param fallback a folder for those that cannot be kept
   */
  KeptJars(Path grader, String fingerprint, Path fallback) {
    this.kept = grader.resolveSibling("student-jvm-" + fingerprint);
    this.fallback = fallback;
  }

  /** Returns a jar: the one that an earlier grading left, or a new one. */
  Path jar(String name, Supplier<byte[]> bytes) {
    Path jar = kept.resolve(name);
    if (Files.isRegularFile(jar)) {
      return jar;
    }
    byte[] made = bytes.get();
    try {
      Files.createDirectories(kept);
      return write(made, jar);
    } catch (IOException e) {
      return writeTo(made, fallback.resolve(name));
    }
  }

  private static Path writeTo(byte[] bytes, Path jar) {
    try {
      return write(bytes, jar);
    } catch (IOException e) {
      throw new UncheckedIOException("The grader's own classes could not be packed", e);
    }
  }

  /** Another grading may pack the same at the same time: each moves a whole file into place. */
  private static Path write(byte[] bytes, Path jar) throws IOException {
    Path unfinished = Files.createTempFile(jar.getParent(), "jar", ".unfinished");
    Files.write(unfinished, bytes);
    return Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Returns another text for other libraries or classes.
   *
   * @param libraries what comes with the jars, and what made them
   */
  static String fingerprint(List<Path> libraries, byte[]... classes) {
    CRC32 sum = new CRC32();
    for (byte[] each : classes) {
      sum.update(each);
    }
    StringBuilder what = new StringBuilder(System.getProperty("java.vm.version"));
    try {
      for (Path library : libraries) {
        what.append(library);
        if (Files.isRegularFile(library)) {
          what.append(Files.size(library)).append(Files.getLastModifiedTime(library).toMillis());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sum.update(what.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
