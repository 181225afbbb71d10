package dev.kafkalab.grader.handin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.grader.submission.StudentFolder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What students hand in, right and wrong. */
public enum MadeUpWork {
  MODULE(""),
  ZIP(""),
  ZIP_ONE_DEEPER(""),
  ZIP_TWO_DEEPER(""),
  TAR_GZ(""),
  TAR(""),
  ZIP_IN_ZIP(""),
  ZIP_OF_WINDOWS(""),
  FLAT(""),
  WHOLE_REPOSITORY(""),
  DOUBLED_NAME(""),
  BYTE_ORDER_MARK(""),
  UTF_16_WITH_MARK(""),
  WINDOWS_1252(""),
  ANSWERS_AS_TEXT(""),
  ANSWERS_IN_SRC(""),
  LEFTOVERS(""),
  SOURCES_OF_AN_IDE(""),
  SEVEN_ZIP("is a 7z archive, which the grader does not open"),
  RAR("is a rar archive, which the grader does not open"),
  PICTURE_ONLY("found instead: 1 picture (topic.png)"),
  TWO_MODULES("so it is unclear which one counts"),
  BOMB("unpacks to more than 100 times its size"),
  LEADS_OUTSIDE("would be written outside its folder"),
  DAMAGED("is damaged or incomplete");

  public static final String ANSWERS =
      "## 5.1\nPartition: 2\nWhy: the hash of the key, für jeden\n";
  public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10};

  private static final String MAVEN = StudentFolder.LAB;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Packing takes most of the time of a test. */
  private static final Map<MadeUpWork, Map<String, byte[]>> MADE = new ConcurrentHashMap<>();

  private final String refusal;

  MadeUpWork(String refusal) {
    this.refusal = refusal;
  }

  /** Returns a part of the message that refuses it; empty if it can be graded. */
  public String refusal() {
    return refusal;
  }

  /** Returns the files by their paths, as the student handed them in. */
  public Map<String, byte[]> files() {
    return MADE.computeIfAbsent(this, MadeUpWork::make);
  }

  private Map<String, byte[]> make() {
    return switch (this) {
      case MODULE -> module("");
      case ZIP -> Map.of("abgabe.zip", ArchiveFiles.zip(module("")));
      case ZIP_ONE_DEEPER -> Map.of("lab.zip", ArchiveFiles.zip(module("kafka-lab/")));
      case ZIP_TWO_DEEPER -> Map.of("lab.zip", ArchiveFiles.zip(module("Übung 5/kafka-lab/")));
      case TAR_GZ -> Map.of("lab.tar.gz", ArchiveFiles.gzip(ArchiveFiles.tar(module("lab/"))));
      case TAR -> Map.of("lab.tar", ArchiveFiles.tar(module("lab/")));
      case ZIP_IN_ZIP ->
          Map.of(
              "outer.zip", ArchiveFiles.zip(Map.of("inner.zip", ArchiveFiles.zip(module("lab/")))));
      case ZIP_OF_WINDOWS ->
          Map.of("lab.zip", ArchiveFiles.zip(module("Übung für Á/"), Charset.forName("IBM850")));
      case FLAT ->
          files(
              "KafkaLabFactory.java",
              utf8(StudentFolder.FACTORY),
              "ANSWERS.md",
              utf8(ANSWERS),
              "topic.png",
              PNG);
      case WHOLE_REPOSITORY ->
          Map.of(
              "repo.zip",
              ArchiveFiles.zip(
                  with(
                      module("repo/student-template/"),
                      "repo/pom.xml",
                      utf8("<project/>"),
                      "repo/.git/HEAD",
                      utf8("ref: refs/heads/main\n"),
                      "repo/lab-api/src/main/java/dev/kafkalab/api/LabFactory.java",
                      utf8("package dev.kafkalab.api;\npublic interface LabFactory {}\n"))));
      case DOUBLED_NAME -> renamed(module(""), MAVEN + "KafkaLabFactory(1).java");
      case BYTE_ORDER_MARK -> source("\uFEFF" + StudentFolder.FACTORY, UTF_8);
      case UTF_16_WITH_MARK -> source(StudentFolder.FACTORY, UTF_16);
      case WINDOWS_1252 -> source("// für alle\n" + StudentFolder.FACTORY, WINDOWS);
      case ANSWERS_AS_TEXT -> answersAt("answers.TXT");
      case ANSWERS_IN_SRC -> answersAt("src/ANSWERS.md");
      case LEFTOVERS ->
          Map.of(
              "lab.zip",
              ArchiveFiles.zip(
                  with(
                      module("lab/"),
                      "__MACOSX/lab/._ANSWERS.md",
                      new byte[120],
                      "lab/.DS_Store",
                      new byte[60],
                      "lab/.idea/workspace.xml",
                      utf8("<project/>"),
                      "lab/target/classes/KafkaLabFactory.java",
                      utf8("class Old {}"))));
      case SOURCES_OF_AN_IDE ->
          files(
              "src/dev/kafkalab/lab/KafkaLabFactory.java",
              utf8(StudentFolder.FACTORY),
              "test/dev/kafkalab/lab/FactoryTest.java",
              utf8("import org.junit.Test; class FactoryTest {}"),
              "ANSWERS.md",
              utf8(ANSWERS),
              "screenshots/topic.png",
              PNG);
      case SEVEN_ZIP -> Map.of("lab.7z", latin1("7z\u00BC\u00AF\u0027\u001C rest"));
      case RAR -> Map.of("lab.zip", latin1("Rar!\u001A\u0007\u0001\u0000 rest"));
      case PICTURE_ONLY -> Map.of("topic.png", PNG);
      case TWO_MODULES -> Map.of("lab.zip", ArchiveFiles.zip(with(module("old/"), module("new/"))));
      case BOMB -> Map.of("lab.zip", ArchiveFiles.zip(Map.of("zeros.java", new byte[12 << 20])));
      case LEADS_OUTSIDE ->
          Map.of("lab.zip", ArchiveFiles.zip(with(module("lab/"), "../../out.txt", PNG)));
      case DAMAGED -> Map.of("lab.zip", half(ArchiveFiles.zip(module("lab/"))));
    };
  }

  private static Map<String, byte[]> module(String below) {
    return files(
        below + MAVEN + "KafkaLabFactory.java",
        utf8(StudentFolder.FACTORY),
        below + "ANSWERS.md",
        utf8(ANSWERS),
        below + "screenshots/topic.png",
        PNG);
  }

  private static Map<String, byte[]> source(String text, Charset charset) {
    return with(module(""), MAVEN + "KafkaLabFactory.java", text.getBytes(charset));
  }

  private static Map<String, byte[]> answersAt(String path) {
    Map<String, byte[]> files = module("");
    files.remove("ANSWERS.md");
    return with(files, path, utf8(ANSWERS));
  }

  private static Map<String, byte[]> renamed(Map<String, byte[]> files, String path) {
    files.remove(MAVEN + "KafkaLabFactory.java");
    return with(files, path, utf8(StudentFolder.FACTORY));
  }

  private static Map<String, byte[]> files(Object... pathsAndBytes) {
    return with(new LinkedHashMap<>(), pathsAndBytes);
  }

  private static Map<String, byte[]> with(Map<String, byte[]> files, Object... pathsAndBytes) {
    for (int i = 0; i < pathsAndBytes.length; i += 2) {
      files.put((String) pathsAndBytes[i], (byte[]) pathsAndBytes[i + 1]);
    }
    return files;
  }

  private static Map<String, byte[]> with(Map<String, byte[]> files, Map<String, byte[]> more) {
    files.putAll(more);
    return files;
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] latin1(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
