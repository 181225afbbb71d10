package dev.kafkalab.grader.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the files that pages are made of. They are part of the program, next to its classes. */
public final class Asset {

  private Asset() {}

  /**
   * Returns a file beside a class, as text; its lines end as browsers read them (HTML, 13.2.3.5).
   */
  public static String text(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      byte[] content = Objects.requireNonNull(file, name).readAllBytes();
      return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
