package dev.kafkalab.grader.studentvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;

/** Packs what stands beside the student's code, so that nothing else of the grader is there. */
final class ChildJar {

  private static final List<String> CLASSES =
      List.of(
          "ArchiveMain",
          "AskingHandler",
          "Calls",
          "ChildMain",
          "EventJson",
          "Frames",
          "Parts",
          "TellingListener",
          "WarmUp",
          "Wire");

  private ChildJar() {}

  /**
   * Returns the jar: the one that an earlier grading left beside the grader, or a new one.
   *
   * @param libraries what comes before it; another list has another jar, and so another archive
   * @param grader the grader's own jar or folder of classes
   */
  static Path pack(List<Path> libraries, Path grader, Path fallback) {
    byte[] bytes = bytes();
    String name = "student-jvm-" + fingerprint(libraries, bytes);
    try {
      Path kept = grader.resolveSibling(name).resolve("child.jar");
      if (Files.isRegularFile(kept)) {
        return kept;
      }
      return write(bytes, Files.createDirectories(kept.getParent()).resolve("child.jar"));
    } catch (IOException e) {
      return writeTo(bytes, fallback.resolve("child.jar"));
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
    Path unfinished = Files.createTempFile(jar.getParent(), "child", ".unfinished");
    Files.write(unfinished, bytes);
    return Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes)) {
      for (String name : CLASSES) {
        String path = "dev/kafkalab/grader/studentvm/child/" + name + ".class";
        JarEntry entry = new JarEntry(path);
        entry.setLastModifiedTime(FileTime.fromMillis(0)); // the same classes, the same bytes
        out.putNextEntry(entry);
        try (InputStream in = ChildJar.class.getClassLoader().getResourceAsStream(path)) {
          if (in == null) {
            throw new IllegalStateException("The grader's own class is missing: " + path);
          }
          in.transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String fingerprint(List<Path> libraries, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
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
