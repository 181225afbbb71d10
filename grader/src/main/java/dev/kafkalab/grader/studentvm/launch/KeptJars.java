package dev.kafkalab.grader.studentvm.launch;

import dev.kafkalab.grader.folder.HeldFolder;
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

  private static final String PREFIX = "student-jvm-";

  private final Path kept;
  private final Path fallback;
  private final boolean isThere;

  /**
   * Chooses where they are kept, and removes what earlier builds left there and nobody uses.
   *
   * @param grader the grader's own jar or folder of classes
   * @param fingerprint of all that they depend on
   * @param fallback a folder for those that cannot be kept
   */
  KeptJars(Path grader, String fingerprint, Path fallback) {
    this.kept = grader.resolveSibling(PREFIX + fingerprint + "-" + fingerprintOfJava());
    this.fallback = fallback;
    this.isThere = prepare(PREFIX + fingerprint + "-");
  }

  /** Another Java's folder of the same build stays: two may be in use by turns. */
  private boolean prepare(String sameBuild) {
    try {
      if (!Files.isDirectory(kept)) {
        HeldFolder.readableForAll(Files.createDirectories(kept));
      }
    } catch (IOException e) {
      return false; // the fallback is used
    }
    HeldFolder.removeOthers(kept, name -> name.startsWith(PREFIX) && !name.startsWith(sameBuild));
    return HeldFolder.hold(kept);
  }

  /** Returns whether a file that is written there is found by later gradings. */
  static boolean keepsBeside(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && folder.getFileName().toString().startsWith(PREFIX)
        && Files.isWritable(folder);
  }

  /** Returns a jar: the one that an earlier grading left, or a new one. */
  Path jar(String name, Supplier<byte[]> bytes) {
    Path jar = kept.resolve(name);
    if (isThere && Files.isReadable(jar)) {
      return jar;
    }
    byte[] made = bytes.get();
    try {
      return isThere ? write(made, jar) : writeTo(made, fallback.resolve(name));
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
    Path unfinished = Unfinished.beside(jar);
    try {
      Files.write(unfinished, bytes);
      HeldFolder.readableForAll(unfinished);
      return Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
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
    StringBuilder what = new StringBuilder();
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

  private static String fingerprintOfJava() {
    CRC32 sum = new CRC32();
    String java = System.getProperty("java.vm.version") + System.getProperty("java.home");
    sum.update(java.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
