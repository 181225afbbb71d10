package dev.kafkalab.grader.handin.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kafkalab.grader.handin.ArchiveFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final ArchiveLimits SMALL = new ArchiveLimits(10, 1_000_000, 100);

  @TempDir private Path temporary;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectories(temporary.resolve("a/b/target"));
  }

  private void unpack(byte[] archive, ArchiveLimits limits) throws IOException, ArchiveRefusal {
    Path file = Files.write(temporary.resolve("hand-in"), archive);
    Archive.unpack(file, "lab.zip", target, steps -> true, new ArchiveBudget(limits));
  }

  /** Whatever an archive says, there is nothing outside of the target afterwards. */
  private String refusal(byte[] archive, ArchiveLimits limits) throws IOException {
    ArchiveRefusal refusal =
        catchThrowableOfType(ArchiveRefusal.class, () -> unpack(archive, limits));
    try (Stream<Path> all = Files.walk(temporary)) {
      assertThat(all.filter(Files::isRegularFile).filter(file -> !file.startsWith(target)))
          .containsExactly(temporary.resolve("hand-in"));
    }
    assertThat(refusal.feedback().hint()).isNotEmpty();
    return refusal.feedback().message();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      return all.filter(Files::isRegularFile)
          .map(file -> target.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aZipATarAndACompressedTarAreOpened() throws Exception {
    unpack(ArchiveFiles.zip(Map.of("zip/A.java", TEXT)), SMALL);
    unpack(ArchiveFiles.tar(Map.of("tar/Ä.java", TEXT)), SMALL);
    unpack(ArchiveFiles.gzip(ArchiveFiles.tar(Map.of("./gz/C.java", TEXT))), SMALL);

    assertThat(written()).containsExactly("gz/C.java", "tar/Ä.java", "zip/A.java");
    assertThat(target.resolve("zip/A.java")).hasBinaryContent(TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "IBM437, Übung/Größe ñ.java",
    "IBM850, Übung für Á/Größe.java",
    "windows-1252, plain.java",
    "UTF-8, Übung/ł.java"
  })
  void namesOfWindowsAreRead(String charset, String name) throws Exception {
    unpack(ArchiveFiles.zip(Map.of(name, TEXT), Charset.forName(charset)), SMALL);

    assertThat(written()).containsExactly(name);
  }

  @Test
  void aNameThatNobodyCallsUtf8IsTakenForIt() {
    assertThat(EntryNames.decode("Übung".getBytes(UTF_8), true)).isEqualTo("Übung");
    assertThat(EntryNames.decode("Übung".getBytes(Charset.forName("windows-1252")), false))
        .isEqualTo("Übung");
  }

  @Test
  void accentsThatAreApartAreJoined() throws Exception {
    unpack(ArchiveFiles.zip(Map.of("U\u0308bung.java", TEXT)), SMALL);

    assertThat(written()).containsExactly("\u00DCbung.java");
  }

  @Test
  void backslashesDivideFolders() throws Exception {
    unpack(ArchiveFiles.zip(Map.of("lab\\src\\A.java", TEXT)), SMALL);

    assertThat(written()).containsExactly("lab/src/A.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../out", "a/../../out", "..\\out", "/out", "\\out", "C:\\out", "c:out", ".."})
  void nothingIsWrittenOutside(String name) throws IOException {
    String expected =
        "'lab.zip' has an entry that would be written outside its folder: '%s'."
            .formatted(name.replace('\\', '/'));
    assertThat(refusal(ArchiveFiles.zip(Map.of(name, TEXT)), SMALL)).isEqualTo(expected);
    assertThat(refusal(ArchiveFiles.tar(Map.of(name, TEXT)), SMALL)).isEqualTo(expected);
    assertThat(written()).isEmpty();
  }

  @Test
  void aNameWithAControlCharacterIsRefused() throws IOException {
    assertThat(refusal(ArchiveFiles.zip(Map.of("a\nb", TEXT)), SMALL))
        .isEqualTo("'lab.zip' has an entry whose name this system does not allow: 'a\\nb'.");
  }

  @Test
  void aNameThatNoFileSystemTakesIsRefused() throws IOException {
    assertThat(refusal(ArchiveFiles.zip(Map.of("x".repeat(300), TEXT)), SMALL))
        .startsWith("'lab.zip' has an entry whose name this system does not allow: 'xxx");
  }

  @Test
  void foldersInFoldersHaveAnEnd() throws IOException {
    assertThat(refusal(ArchiveFiles.zip(Map.of("a/".repeat(100) + "A.java", TEXT)), SMALL))
        .startsWith("'lab.zip' has folders nested too deeply: 'a/a/");
  }

  @Test
  void aLinkInAZipIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("src");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc".getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
    assertThat(refusal(bytes.toByteArray(), SMALL)).isEqualTo("'lab.zip' has a link: 'src'.");
  }

  @ParameterizedTest
  @CsvSource({
    "2, a link",
    "1, a link",
    "6, an entry that is neither a file nor a folder",
    "3, an entry that is neither a file nor a folder"
  })
  void aLinkAPipeOrADeviceInATarIsRefused(char kind, String expected) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("src", (byte) kind);
      entry.setLinkName("/etc");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    assertThat(refusal(bytes.toByteArray(), SMALL))
        .isEqualTo("'lab.zip' has %s: 'src'.".formatted(expected));
  }

  @Test
  void tooManyEntriesAreRefusedBeforeAnyIsWritten() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 20_001; i++) {
      many.put("file" + i, new byte[0]);
    }
    String expected = "'lab.zip' has more than 20,000 files and folders.";

    assertThat(refusal(ArchiveFiles.zip(many), ArchiveLimits.OF_A_STUDENT)).isEqualTo(expected);
    assertThat(written()).isEmpty();
    many.remove("file0");
    Path file = Files.write(temporary.resolve("hand-in"), ArchiveFiles.zip(many));
    assertThat(CentralDirectory.hasMoreThan(20_000, file)).isFalse();
    assertThat(CentralDirectory.hasMoreThan(19_999, file)).isTrue();
  }

  @Test
  void theEntriesOfATarAreCountedToo() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 11; i++) {
      many.put("file" + i, TEXT);
    }
    assertThat(refusal(ArchiveFiles.tar(many), SMALL))
        .isEqualTo("'lab.zip' has more than 10 files and folders.");
  }

  @Test
  void allArchivesOfAStudentHaveOneBudget() throws Exception {
    ArchiveBudget budget = new ArchiveBudget(SMALL);
    Path file = temporary.resolve("hand-in");
    for (int i = 0; i < 10; i++) {
      Files.write(file, ArchiveFiles.zip(Map.of("file" + i, TEXT)));
      Archive.unpack(file, "lab.zip", target, steps -> true, budget);
    }
    Files.write(file, ArchiveFiles.zip(Map.of("last", TEXT)));

    assertThat(
            catchThrowableOfType(
                ArchiveRefusal.class,
                () -> Archive.unpack(file, "lab.zip", target, steps -> true, budget)))
        .hasMessage("'lab.zip' has more than 10 files and folders.");
  }

  @Test
  void tooManyBytesAreRefused() throws IOException {
    byte[] noise = new byte[2_200_000];
    new java.util.Random(7).nextBytes(noise);
    ArchiveLimits twoMegabytes = new ArchiveLimits(10, 2 << 20, 100);

    assertThat(refusal(ArchiveFiles.zip(Map.of("noise", noise)), twoMegabytes))
        .isEqualTo("'lab.zip' unpacks to more than 2 MB.");
    assertThat(refusal(ArchiveFiles.tar(Map.of("more", noise)), twoMegabytes))
        .isEqualTo("'lab.zip' unpacks to more than 2 MB.");
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[] zeros = new byte[30 << 20];
    String expected = "'lab.zip' unpacks to more than 100 times its size, which no sources do.";

    assertThat(refusal(ArchiveFiles.zip(Map.of("zip", zeros)), ArchiveLimits.OF_A_STUDENT))
        .isEqualTo(expected);
    byte[] tar = ArchiveFiles.gzip(ArchiveFiles.tar(Map.of("tar", zeros)));
    assertThat(refusal(tar, ArchiveLimits.OF_A_STUDENT)).isEqualTo(expected);
    assertThat(Files.size(target.resolve("zip"))).isLessThan(11 << 20);
  }

  @Test
  void aBombIsABombAlsoWhereNobodyWantsItsFiles() throws IOException {
    byte[] tar = ArchiveFiles.gzip(ArchiveFiles.tar(Map.of("any", new byte[30 << 20])));
    Path file = Files.write(temporary.resolve("hand-in"), tar);

    assertThat(
            catchThrowableOfType(
                ArchiveRefusal.class,
                () ->
                    Archive.unpack(
                        file,
                        "lab.zip",
                        target,
                        steps -> false,
                        new ArchiveBudget(ArchiveLimits.OF_A_STUDENT))))
        .hasMessageContaining("100 times its size");
    assertThat(written()).isEmpty();
  }

  @Test
  void aNameThatNeverEndsIsDamage() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry =
          new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
      entry.setSize(4 << 20);
      tar.putArchiveEntry(entry);
      byte[] name = new byte[4 << 20];
      Arrays.fill(name, (byte) 'x');
      tar.write(name);
      tar.closeArchiveEntry();
    }
    assertThat(refusal(bytes.toByteArray(), ArchiveLimits.OF_A_STUDENT))
        .isEqualTo("'lab.zip' is damaged or incomplete.");
  }

  @Test
  void aFileThatIsThereTwiceIsRefused() throws IOException {
    assertThat(refusal(ArchiveFiles.zip(Map.of("a", TEXT, "./a", TEXT)), SMALL))
        .isEqualTo("'lab.zip' has the same name twice: 'a'.");
    Map<String, byte[]> fileAndFolder = new LinkedHashMap<>();
    fileAndFolder.put("b", TEXT);
    fileAndFolder.put("b/c", TEXT);
    assertThat(refusal(ArchiveFiles.zip(fileAndFolder), SMALL))
        .startsWith("'lab.zip' has the same name twice: 'b");
  }

  @Test
  void aPasswordIsNamed() throws IOException {
    byte[] zip = ArchiveFiles.zip(Map.of("a", TEXT));
    zip[6] |= 1; // of the entry's own header
    int central = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[central + 8] |= 1;

    assertThat(refusal(zip, SMALL)).isEqualTo("'lab.zip' is protected with a password.");
  }

  @Test
  void halfAnArchiveIsDamaged() throws IOException {
    byte[] zip = ArchiveFiles.zip(Map.of("a", TEXT));
    assertThat(refusal(Arrays.copyOf(zip, zip.length / 2), SMALL))
        .isEqualTo("'lab.zip' is damaged or incomplete.");
    byte[] tar = ArchiveFiles.gzip(ArchiveFiles.tar(Map.of("a", TEXT)));
    assertThat(refusal(Arrays.copyOf(tar, tar.length / 2), SMALL))
        .isEqualTo("'lab.zip' is damaged or incomplete.");
    assertThat(refusal(ArchiveFiles.gzip(TEXT), SMALL))
        .isEqualTo("'lab.zip' is damaged or incomplete.");
  }

  @Test
  void everyDamageIsToldAndNothingIsThrown() throws IOException {
    byte[] whole = ArchiveFiles.zip(Map.of("a/b", TEXT, "c", TEXT));
    Path file = temporary.resolve("hand-in");
    for (int i = 4; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) 0xFF;
      Files.write(file, damaged);
      Path folder = Files.createDirectory(target.resolve("t" + i));
      try {
        Archive.unpack(file, "lab.zip", folder, steps -> true, new ArchiveBudget(SMALL));
      } catch (ArchiveRefusal e) {
        assertThat(e.feedback().message()).startsWith("'lab.zip' ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Rar!, a rar archive",
    "BZh9, a kind of archive",
    "hello, 'no archive, although it is named like one'"
  })
  void whatIsNotOpenedIsNamed(String start, String kind) throws IOException {
    assertThat(refusal(start.getBytes(ISO_8859_1), SMALL))
        .isEqualTo("'lab.zip' is " + kind + ", which the grader does not open.");
  }

  @Test
  void anArchiveIsKnownByItsName() {
    assertThat(List.of("a.zip", "A.ZIP", "a.tar.gz", "a.tgz", "a.7z", "a.rar"))
        .allMatch(ArchiveKind::isNamed);
    assertThat(List.of("a.jar", "zip", "a.java")).noneMatch(ArchiveKind::isNamed);
    assertThat(ArchiveKind.stem("anna.tar.gz")).isEqualTo("anna");
    assertThat(ArchiveKind.stem("anna.b.ZIP")).isEqualTo("anna.b");
    assertThat(ArchiveKind.stem(".zip")).isEqualTo(".zip");
  }
}
