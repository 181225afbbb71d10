package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.RunSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Digests all that a result depends on: as long as nothing of it changes, the result is kept.
 *
 * <p>That is the submission's files with their names, the grader's revision, the criteria, the kind
 * of broker, and the seed.
 */
final class ResultKey {

  private static final int BUFFER = 1 << 16;

  /** Where builds and tools put what they make. */
  private static final Set<String> MADE = Set.of("target", "build", "bin", "out");

  private final MessageDigest digest;

  private ResultKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Returns the digest of all that was handed in.
   *
   * @param submission the folder that is graded
   */
  static String contentOf(Path submission) throws IOException {
    ResultKey key = new ResultKey();
    for (Map.Entry<String, Path> file : files(submission).entrySet()) {
      key.add(file.getKey());
      key.addContent(file.getValue());
    }
    return key.inHex();
  }

  /**
   * Returns the key.
   *
   * @param content what was handed in, as {@link #contentOf} digests it
   * @param revision the grader's
   */
  static String of(String content, RunSettings settings, String revision) {
    ResultKey key = new ResultKey();
    key.add(content);
    key.add(revision);
    key.add(String.join(",", settings.criteria()));
    key.add(settings.broker());
    key.add(Long.toString(settings.seed()));
    return key.inHex();
  }

  private String inHex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length, so that no two lists of texts are alike. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private void addContent(Path file) throws IOException {
    add(Long.toString(Files.size(file)));
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes about) {
            return folder.equals(entered.getParent()) && isMade(entered)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (about.isRegularFile()) {
              files.put(folder.relativize(file).toString().replace('\\', '/'), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** Only at the top it is: a package, or a folder of resources, may be called so. */
  private static boolean isMade(Path entered) {
    String name = String.valueOf(entered.getFileName());
    return name.startsWith(".") || MADE.contains(name);
  }
}
