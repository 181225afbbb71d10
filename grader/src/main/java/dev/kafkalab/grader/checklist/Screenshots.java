package dev.kafkalab.grader.checklist;

import dev.kafkalab.grader.grade.Deliverable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a picture of the topic; the instructor looks at its content. */
final class Screenshots {

  private static final String NAME = "screenshot of the topic";
  private static final String FOLDER = "screenshots";
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final int MOST_FILES = 1_000;

  private Screenshots() {}

  static Deliverable of(Path folder) {
    try {
      Path screenshots = folder.toRealPath().resolve(FOLDER);
      if (!Files.isDirectory(screenshots, LinkOption.NOFOLLOW_LINKS)) {
        return new Deliverable(NAME, false, "no folder named screenshots");
      }
      return imageIn(screenshots)
          .map(image -> new Deliverable(NAME, true, FOLDER + "/" + image.getFileName()))
          .orElseGet(() -> new Deliverable(NAME, false, "no PNG or JPG in the folder screenshots"));
    } catch (IOException e) {
      return new Deliverable(NAME, false, "the folder screenshots cannot be read");
    }
  }

  private static Optional<Path> imageIn(Path screenshots) throws IOException {
    try (Stream<Path> files = Files.list(screenshots)) {
      return files.limit(MOST_FILES).sorted().filter(Screenshots::isImage).findFirst();
    }
  }

  /** An empty file with the right name is not a picture. */
  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().noneMatch(name::endsWith)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      byte[] start = in.readNBytes(PNG.length);
      return Arrays.equals(start, PNG) || startsWith(start, JPEG);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
