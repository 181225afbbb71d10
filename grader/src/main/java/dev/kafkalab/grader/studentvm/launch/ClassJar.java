package dev.kafkalab.grader.studentvm.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Makes jars of classes: the same classes give the same bytes. */
final class ClassJar {

  private ClassJar() {}

  /** Returns the jar's bytes; the keys are paths such as {@code org/example/Name.class}. */
  static byte[] of(Map<String, byte[]> classes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        JarEntry entry = new JarEntry(each.getKey());
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        out.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
