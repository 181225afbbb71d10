package dev.kafkalab.grader.classrun.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The students' pages in an archive that a platform gives out to them. */
public final class FeedbackZip {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, Path> pages = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  FeedbackZip() {}

  void add(String name, Path page) {
    pages.put(name, page);
  }

  void leaveOut(String who, String why) {
    leftOut.add(who + ": " + why);
  }

  /** Returns how many pages are in it. */
  public int size() {
    return pages.size();
  }

  /** Returns whose page is not in it, and why. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * Returns the archive; the same pages give the same bytes.
   *
   * @throws IOException where a page cannot be read
   */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Path> each : pages.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        Files.copy(each.getValue(), zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
