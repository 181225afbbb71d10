package dev.kafkalab.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/child-protocol.md} to the records: whoever reads it alone must know all. */
class ProtocolPageTest {

  private static final List<String> PAGE = page();

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageHasARowWithAllOfItsFieldsAndNoOther(Class<?> message) {
    String kind = Kinds.kindOf(message);
    String fields = row(kind).split("\\|")[2];

    assertThat(fieldsNamedIn(fields)).as(kind).containsExactlyElementsOf(fieldsOf(message));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void anObjectInAMessageHasARowWithAllOfItsFields(Class<?> object) {
    assertThat(PAGE)
        .filteredOn(line -> line.startsWith("| "))
        .as(object.getSimpleName())
        .anyMatch(line -> fieldsNamedIn(line.split("\\|")[2]).equals(fieldsOf(object)));
  }

  @Test
  void everyWordIsSaid() {
    assertThat(Stream.of(PartType.values(), ClientKind.values()).flatMap(Arrays::stream))
        .allSatisfy(word -> assertThat(String.join("\n", PAGE)).contains("`" + word + "`"));
  }

  @Test
  void thereIsAnExampleOfEachMessageAsItIsSent() throws IOException {
    List<String> kinds = new ArrayList<>();
    for (String line : examples()) {
      Message message = read(line);
      assertThat(new String(Wire.write(message), StandardCharsets.UTF_8)).isEqualTo(line);
      kinds.add(message.kind());
    }

    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(messages().map(type -> Kinds.kindOf(type)).toList());
  }

  @Test
  void theConversationIsMadeOfMessages() throws IOException {
    for (String line : PAGE) {
      int json = line.indexOf("{\"kind\"");
      if (json > 0 && (line.startsWith("→ ") || line.startsWith("← "))) {
        assertThat(read(line.substring(json)).kind()).isNotEmpty();
      }
    }
  }

  @Test
  void everyBoundIsSaid() throws IllegalAccessException {
    String bounds =
        String.join("\n", PAGE.subList(PAGE.indexOf(heading("## Bounds")), PAGE.size()));
    for (Field bound : Bounds.class.getDeclaredFields()) {
      assertThat(bounds)
          .as(bound.getName())
          .containsPattern("\\| [^|]*\\b" + bound.get(null) + "\\b");
    }
  }

  @Test
  void noTwoMessagesHaveTheSameKind() {
    assertThat(messages().map(Kinds::kindOf)).doesNotHaveDuplicates();
  }

  static Stream<Class<?>> messages() {
    Map<String, Class<? extends Message>> kinds = Kinds.of(Message.class);
    return kinds.values().stream().map(type -> (Class<?>) type);
  }

  static Stream<Class<?>> objects() {
    return Stream.of(
        CarriedEvent.class,
        CarriedSettings.class,
        SourceLine.class,
        Note.Offset.class,
        Note.Batch.class);
  }

  /** A field that may be left out is marked: {@code `at`?}. */
  private static List<String> fieldsOf(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(ProtocolPageTest::nameOf).toList();
  }

  private static String nameOf(RecordComponent field) {
    boolean mayBeLeftOut = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return field.getName() + (mayBeLeftOut ? "?" : "");
  }

  /** What is in brackets explains a field. */
  private static List<String> fieldsNamedIn(String cell) {
    List<String> names = new ArrayList<>();
    for (String part : cell.replaceAll("\\([^)]*\\)", "").split(", |:")) {
      String name = part.strip();
      if (name.matches("`\\w+`\\??")) {
        names.add(name.replace("`", ""));
      }
    }
    return names;
  }

  private static String row(String kind) {
    return PAGE.stream()
        .filter(line -> line.startsWith("| `" + kind + "` |"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The page has no row for " + kind));
  }

  private static String heading(String start) {
    return PAGE.stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static List<String> examples() {
    int start = PAGE.indexOf("```json") + 1;
    return PAGE.subList(start, start + PAGE.subList(start, PAGE.size()).indexOf("```"));
  }

  private static Message read(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    FromChild fromChild = Wire.readFromChild(bytes, 0, bytes.length);
    Message read = fromChild == null ? Wire.readToChild(line) : fromChild;
    assertThat(read).as(line).isNotNull();
    return read;
  }

  private static List<String> page() {
    try {
      return Files.readAllLines(Path.of("..", "docs", "child-protocol.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
