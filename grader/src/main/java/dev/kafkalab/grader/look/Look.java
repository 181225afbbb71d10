package dev.kafkalab.grader.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet that all pages share; each page adds its own behind it. */
public final class Look {

  private Look() {}

  /** Returns the style sheet, as text. */
  public static String styleSheet() {
    try (InputStream css = Look.class.getResourceAsStream("look.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
