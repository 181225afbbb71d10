package dev.kafkalab.grader.handin.mend;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.handin.ArchiveFiles;
import dev.kafkalab.grader.handin.MadeUpWork;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.platform.Piece;
import dev.kafkalab.grader.submission.StudentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendingTest {

  private static final String LAB = StudentFolder.LAB;
  private static final String FACTORY = LAB + "KafkaLabFactory.java";

  @TempDir private Path temporary;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private MendingTest with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  private MendingTest with(String path, String content) {
    return with(path, content.getBytes(UTF_8));
  }

  private MendingTest withModule(String below) {
    return with(below + FACTORY, StudentFolder.FACTORY)
        .with(below + "ANSWERS.md", MadeUpWork.ANSWERS)
        .with(below + "screenshots/topic.png", MadeUpWork.PNG);
  }

  private Path folder() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("anna"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private Reading read() throws IOException {
    return read(List.of(Piece.contentOf(folder())));
  }

  private Reading read(List<Piece> pieces) throws IOException {
    return Mending.read(pieces, "anna", () -> temporary.resolve("work"), false);
  }

  /** Returns the paths of the copy that was made. */
  private static List<String> copied(Reading reading) throws IOException {
    Gradable gradable = (Gradable) reading;
    assertThat(gradable.isCopy()).isTrue();
    try (Stream<Path> all = Files.walk(gradable.folder())) {
      return all.filter(Files::isRegularFile)
          .map(file -> gradable.folder().relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static List<String> phrases(Reading reading) {
    return reading.remarks().stream().map(Remark::phrase).toList();
  }

  private static String refusal(Reading reading) {
    return ((Refused) reading).problems().get(0).message();
  }

  @Test
  void aRightModuleIsLeftWhereItIs() throws IOException {
    withModule("").with(".git/HEAD", "x").with("target/classes/A.class", "x");
    Path folder = folder();

    assertThat(read()).isEqualTo(new Gradable(folder, "", false, List.of()));
    assertThat(temporary.resolve("work")).doesNotExist();
  }

  @Test
  void flatSourcesAreLeftWhereTheyAre() throws IOException {
    with("KafkaLabFactory.java", StudentFolder.FACTORY).with("ANSWERS.md", MadeUpWork.ANSWERS);

    assertThat(read()).isEqualTo(new Gradable(folder(), "", false, List.of()));
  }

  @Test
  void sourcesInAnyFolderAreOneSubmission() throws IOException {
    with("lab/KafkaLabFactory.java", StudentFolder.FACTORY)
        .with("util/More.java", "package dev.kafkalab.util; class More {}");

    assertThat(((Gradable) read()).folder()).isEqualTo(folder());
  }

  @Test
  void aModuleTwoFoldersDeeperIsCopiedUnderTheSubmissionsName() throws IOException {
    withModule("my lab/kafka-lab/");

    Gradable reading = (Gradable) read();

    assertThat(copied(reading)).containsExactly("ANSWERS.md", "screenshots/topic.png", FACTORY);
    assertThat(reading.folder().getFileName()).hasToString("anna");
    assertThat(reading.place()).isEqualTo("my lab/kafka-lab");
    assertThat(reading.remarks()).containsExactly(Remark.read("found in 'my lab/kafka-lab/'"));
  }

  @Test
  void theModuleOfARepositoryIsTheOneWithTheFactory() throws IOException {
    withModule("student-template/")
        .with("lab-api/src/main/java/dev/kafkalab/api/A.java", "class A {}");

    assertThat(((Gradable) read()).place()).isEqualTo("student-template");
  }

  @Test
  void answersAndPicturesMayBeAboveTheModule() throws IOException {
    with("lab/" + FACTORY, StudentFolder.FACTORY)
        .with("answers.txt", MadeUpWork.ANSWERS)
        .with("Screenshots/topic.png", MadeUpWork.PNG);

    Reading reading = read();

    assertThat(copied(reading)).containsExactly("ANSWERS.md", "screenshots/topic.png", FACTORY);
    assertThat(phrases(reading))
        .containsExactly(
            "found in 'lab/'",
            "'answers.txt' taken as ANSWERS.md",
            "pictures of 'Screenshots/' taken as screenshots/");
  }

  @Test
  void theTemplatesEmptyAnswersAreNotTakenForTheStudents() throws IOException {
    withModule("lab/")
        .with("lab/ANSWERS.md", "## 5.1\nPartition: ...\n")
        .with("ANSWERS.md", MadeUpWork.ANSWERS);

    assertThat(((Gradable) read()).folder().resolve("ANSWERS.md")).hasContent(MadeUpWork.ANSWERS);
  }

  @Test
  void twoDifferentAnswersAreAQuestion() throws IOException {
    with(FACTORY, StudentFolder.FACTORY)
        .with("answers.md", MadeUpWork.ANSWERS)
        .with("ANSWERS.txt", MadeUpWork.ANSWERS + "more");

    assertThat(refusal(read()))
        .isEqualTo(
            "There is more than one ANSWERS.md, and they differ: 'ANSWERS.txt', 'answers.md'.");
  }

  @Test
  void twoModulesAreAQuestion() throws IOException {
    withModule("v1/").withModule("v2/");

    assertThat(refusal(read()))
        .isEqualTo(
            "KafkaLabFactory.java exists in 2 places, so it is unclear which one counts: 'v1/%1$s', 'v2/%1$s'."
                .formatted(FACTORY));
  }

  @Test
  void onlySrcMainJavaOfAMavenModuleCounts() throws IOException {
    withModule("").with("backup/KafkaLabFactory.java", "class KafkaLabFactory {}");

    assertThat(((Gradable) read()).folder()).isEqualTo(folder());
  }

  @Test
  void aSourceAndItsDoubleAreAQuestionIfTheyDiffer() throws IOException {
    withModule("")
        .with(LAB + "Other.java", "class Other {}")
        .with(LAB + "Other (2).java", "class Other { }");

    assertThat(refusal(read()))
        .isEqualTo(
            "There is more than one Other.java, and they differ: '%1$sOther (2).java', '%1$sOther.java'."
                .formatted(LAB));
  }

  @Test
  void anEqualDoubleIsLeftOut() throws IOException {
    withModule("")
        .with(LAB + "Other.java", "class Other {}")
        .with(LAB + "Other-1.java", "class Other {}");

    assertThat(copied(read())).contains(LAB + "Other.java").doesNotContain(LAB + "Other-1.java");
  }

  @Test
  void aNumberThatIsPartOfTheNameStays() throws IOException {
    withModule("").with(LAB + "Other-1.java", "class Another {}");

    assertThat(((Gradable) read()).isCopy()).isFalse();
  }

  @Test
  void encodingsAreMendedAndCounted() throws IOException {
    withModule("")
        .with(LAB + "A.java", "\uFEFFclass A { String a = \"ä\"; }")
        .with(LAB + "B.java", "\uFEFFclass B { String a = \"ä\"; }".getBytes(UTF_16LE))
        .with(LAB + "C.java", "class C { String a = \"\u00E4\u20AC\"; }".getBytes("windows-1252"))
        .with(LAB + "D.java", "class D { String a = \"\u00E4\"; }".getBytes("windows-1252"))
        .with("ANSWERS.md", ("\uFEFF" + MadeUpWork.ANSWERS).getBytes(UTF_16LE));

    Gradable reading = (Gradable) read();

    assertThat(phrases(reading))
        .containsExactly(
            "1 file: UTF-16 made UTF-8",
            "1 file: byte-order mark removed",
            "2 files: windows-1252 made UTF-8",
            "ANSWERS.md: UTF-16 made UTF-8");
    assertThat(reading.folder().resolve(LAB + "A.java"))
        .hasContent("class A { String a = \"ä\"; }");
    assertThat(reading.folder().resolve(LAB + "B.java"))
        .hasContent("class B { String a = \"ä\"; }");
    assertThat(reading.folder().resolve(LAB + "C.java"))
        .hasContent("class C { String a = \"ä€\"; }");
    assertThat(reading.folder().resolve("ANSWERS.md")).hasContent(MadeUpWork.ANSWERS);
  }

  @Test
  void bytesThatAreNoTextAreNotMended() throws IOException {
    withModule("").with(LAB + "A.java", new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1});

    assertThat(((Gradable) read()).isCopy()).isFalse();
  }

  @Test
  void aSourceThatIsMadeToOverrunAPatternIsReadLikeAnyOther() throws IOException {
    withModule("")
        .with(LAB + "A(1).java", "\uFEFF" + "@a ".repeat(300_000))
        .with("KafkaLabFactory.java", "@a ".repeat(300_000) + "package x;")
        .with("more/KafkaLabFactory.java", "/*".repeat(300_000));

    assertThat(phrases(read())).containsExactly("1 file: byte-order mark removed");
    assertThat(JavaHead.packageFolder("/* a */ @Some @Other package a . b\n.c ; class X {}"))
        .isEqualTo("a/b/c");
  }

  @Test
  void flatFilesOfAPlatformComeIntoTheirPackages() throws IOException {
    Path folder =
        with("muelleranna_1_2_KafkaLabFactory-1.java", StudentFolder.FACTORY)
            .with("muelleranna_1_3_More.java", "package dev.kafkalab.lab.more; class More {}")
            .with("muelleranna_1_4_ANSWERS.md", MadeUpWork.ANSWERS)
            .with("muelleranna_1_5_topic.png", MadeUpWork.PNG)
            .folder();

    Reading reading = read(List.of(Piece.contentOf(folder)));

    assertThat(copied(reading))
        .containsExactly(
            "ANSWERS.md",
            "dev/kafkalab/lab/KafkaLabFactory.java",
            "dev/kafkalab/lab/more/More.java",
            "screenshots/muelleranna_1_5_topic.png");
  }

  @Test
  void namesThatOnlyLookLikeAPlatformsStay() throws IOException {
    withModule("")
        .with("screenshots/topic_1_2_3.png", MadeUpWork.PNG)
        .with(LAB + "A_1_2_B.java", "class C {}");

    assertThat(((Gradable) read()).isCopy()).isFalse();
  }

  @Test
  void namesWithAccentsApartAreJoinedWhereJavaReadsThem() throws IOException {
    withModule("").with(LAB + "Za\u0308hler.java", "class Z\u00E4hler {}");

    Reading reading = read();

    assertThat(copied(reading)).contains(LAB + "Z\u00E4hler.java");
    assertThat(phrases(reading)).containsExactly("file names in NFC");
  }

  @Test
  void foldersBesideSrcAreLeftOut() throws IOException {
    with("src/dev/kafkalab/lab/KafkaLabFactory.java", StudentFolder.FACTORY)
        .with("test/FactoryTest.java", "class FactoryTest {}")
        .with("bin/Old.java", "class Old {}")
        .with("ANSWERS.md", MadeUpWork.ANSWERS);

    Reading reading = read();

    assertThat(copied(reading))
        .containsExactly("ANSWERS.md", "src/dev/kafkalab/lab/KafkaLabFactory.java");
    assertThat(phrases(reading))
        .containsExactlyInAnyOrder("'test/' beside 'src' left out", "'bin/' beside 'src' left out");
  }

  @Test
  void aLinkIsNotFollowedIntoACopy() throws IOException {
    withModule("").with(LAB + "A.java", "\uFEFFclass A {}");
    Files.createSymbolicLink(folder().resolve(LAB + "B.java"), Path.of("A.java"));

    assertThat(refusal(read()))
        .isEqualTo("'%sB.java' is a symbolic link, and links are not followed.".formatted(LAB));
  }

  @Test
  void anArchiveIsOnlyOpenedWhereItIsNeeded() throws IOException {
    withModule("").with("libraries.zip", "no archive at all");

    assertThat(((Gradable) read()).isCopy()).isFalse();
  }

  @Test
  void aThirdArchiveInAnotherIsNotOpened() throws IOException {
    byte[] inner = ArchiveFiles.zip(Map.of("a.java", "class A {}".getBytes(UTF_8)));
    for (String name : List.of("3.zip", "2.zip")) {
      inner = ArchiveFiles.zip(Map.of(name, inner));
    }
    with("1.zip", inner);

    assertThat(refusal(read()))
        .isEqualTo("There is no KafkaLabFactory.java; found instead: 1 archive (3.zip).");
  }

  @Test
  void whatIsThereInsteadIsSaid() throws IOException {
    assertThat(refusal(read()))
        .isEqualTo("There is no KafkaLabFactory.java: nothing was handed in.");
    with("A.java", "").with("B.java", "").with("C.java", "").with("D.java", "").with("x.pdf", "");
    assertThat(refusal(read()))
        .isEqualTo(
            "There is no KafkaLabFactory.java; found instead: 4 Java files (A.java, B.java, C.java, …), 1 other file (x.pdf).");
  }

  @Test
  void otherLanguagesAndEndingsAreNamed() throws IOException {
    with("src/KafkaLabFactory.java.txt", "");
    assertThat(refusal(read()))
        .isEqualTo(
            "There is no KafkaLabFactory.java: 'src/KafkaLabFactory.java.txt' ends with '.txt', so it is not a Java file.");
    files.clear();
    assertThat(FoundInstead.of(List.of("src/KafkaLabFactory.kt")).message())
        .contains("'src/KafkaLabFactory.kt' is written in Kotlin");
  }

  @Test
  void nothingOfAnArchiveStaysButTheCopy() throws IOException {
    Map<String, byte[]> module = new LinkedHashMap<>(withModule("lab/").files);
    files.clear();
    with("lab.zip", ArchiveFiles.zip(module));

    assertThat(copied(read())).containsExactly("ANSWERS.md", "screenshots/topic.png", FACTORY);
    assertThat(temporary.resolve("work/unpacked")).doesNotExist();
  }

  @Test
  void aCopyHasANameThatAFolderCanHave() throws IOException {
    byte[] zip = ArchiveFiles.zip(withModule("").files);
    Path file = Files.write(temporary.resolve("lab.zip"), zip);
    for (String name : List.of("..", "a/../../b", "a:b\n")) {
      Path work = temporary.resolve("work" + name.length());

      Gradable reading = (Gradable) Mending.read(List.of(Piece.as(file)), name, () -> work, false);

      assertThat(reading.folder().toRealPath().getParent()).isEqualTo(work.resolve("copy"));
    }
  }
}
