package dev.kafkalab.grader.classrun.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("windows-1252"));

  private static CsvSheet sheet(String text) throws SheetProblem {
    return CsvSheet.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(CsvSheet sheet) {
    return new String(sheet.bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "a",
        "a,b\r\n1,2\r\n",
        "a;b\n\"1;2\";\"x \"\"y\"\" z\"",
        "a\tb\r1\t2\r",
        "\uFEFFa,b\r\n\r\n,\r\n\"\",\"\n\"\r\n",
        "a,b\n\"line one\r\nline two\",2\n3,4\r\n5,6",
        "a,b\n  spaces  , \"no quote\" \n\"quoted\" then more,x\"y\n",
        "a,b\n1\n1,2,3,4\n",
        "Übung,Größe,日本語,\uD83D\uDE00\n\u00A0,\u2028,ä,ä\n",
        "a,b\n\"he said \\\"hi\\\", twice\",2\n"
      })
  void anUnchangedSheetIsTheSameBytes(String text) throws SheetProblem {
    for (Charset charset : CHARSETS) {
      if (charset.newEncoder().canEncode(text)) {
        byte[] bytes = text.getBytes(charset);
        assertThat(CsvSheet.of(bytes).bytes()).as("%s in %s", text, charset).isEqualTo(bytes);
      }
    }
  }

  @Test
  void soIsOneOfAnyCellsAndBytes() {
    String[] parts = {
      "a", "ü", "\"", "\"\"", ",", ";", "\t", "\r\n", "\n", "\r", "\\", " ", "\uFEFF", "87,5",
      "\u0081"
    };
    Random random = new Random(20_261_201);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(random.nextInt(3) == 0 ? "\uFEFF".getBytes(charset) : new byte[0]);
      for (int j = random.nextInt(30); j > 0; j--) {
        bytes.writeBytes(parts[random.nextInt(parts.length)].getBytes(charset));
      }
      if (random.nextInt(10) == 0) {
        bytes.write(random.nextInt(256));
      }
      try {
        assertThat(CsvSheet.of(bytes.toByteArray()).bytes()).isEqualTo(bytes.toByteArray());
        read++;
      } catch (SheetProblem e) {
        assertThat(e.sentence()).contains("never closed");
      }
    }
    assertThat(read).isGreaterThan(5_000);
  }

  @Test
  void oneCellChangesAndNothingElse() throws SheetProblem {
    CsvSheet sheet =
        sheet("\uFEFF\"Name\";Grade;x\r\n\"Möller;\n \"\"A\"\"\";;' 1'\r\nB;\"\";\r\n");

    sheet.set(1, 1, "87,5");
    sheet.set(2, 1, "5");
    sheet.set(2, 2, "a;\"b\"");

    assertThat(written(sheet))
        .isEqualTo(
            "\uFEFF\"Name\";Grade;x\r\n\"Möller;\n \"\"A\"\"\";87,5;' 1'\r\nB;\"5\";\"a;\"\"b\"\"\"\r\n");
    assertThat(sheet.row(1)).containsExactly("Möller;\n \"A\"", "87,5", "' 1'");
    assertThat(sheet.cell(2, 2)).isEqualTo("a;\"b\"");
  }

  @Test
  void aNumberWithTheSeparatorInItIsQuoted() throws SheetProblem {
    CsvSheet sheet = sheet("a,b\n1,2\n");

    sheet.set(1, 1, "87,5");

    assertThat(written(sheet)).isEqualTo("a,b\n1,\"87,5\"\n");
  }

  @Test
  void aShortRowBecomesLongEnough() throws SheetProblem {
    CsvSheet sheet = sheet("a,b,c\n1\n");

    assertThat(sheet.cell(1, 2)).isEmpty();
    sheet.set(1, 2, "x");

    assertThat(written(sheet)).isEqualTo("a,b,c\n1,,x\n");
  }

  @Test
  void whatPhpWroteIsReadAsPhpReadsIt() throws SheetProblem {
    CsvSheet sheet = sheet("id,text,grade\n1,\"say \\\"a, b\\\"\",50\n2,\"\",60\n");

    assertThat(sheet.cell(1, 2)).isEqualTo("50");
    assertThat(sheet.cell(2, 2)).isEqualTo("60");
  }

  @Test
  void theEncodingStays() throws SheetProblem {
    Charset windows = Charset.forName("windows-1252");
    CsvSheet sheet = CsvSheet.of("Größe;Note\r\nä;\r\n".getBytes(windows));

    assertThat(sheet.cell(0, 0)).isEqualTo("Größe");
    assertThat(sheet.canWrite("ö€")).isTrue();
    assertThat(sheet.canWrite("→")).isFalse();
    assertThatThrownBy(() -> sheet.set(1, 1, "→")).isInstanceOf(IllegalArgumentException.class);
    sheet.set(1, 1, "ö");
    assertThat(sheet.bytes()).isEqualTo("Größe;Note\r\nä;ö\r\n".getBytes(windows));
  }

  @Test
  void aQuoteThatIsNeverClosedMakesNoTable() {
    assertThatThrownBy(() -> sheet("a,b\n\"1,2\n"))
        .isInstanceOf(SheetProblem.class)
        .hasMessage("The sheet is no table: a quotation mark is never closed.");
  }

  @Test
  void numbersAreReadInEveryCountry() {
    assertThat(SheetNumbers.read(" 87,50 "))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("87.5"));
    assertThat(SheetNumbers.read("1.234,5"))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1234.5"));
    assertThat(SheetNumbers.read("1,234.5"))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1234.5"));
    assertThat(SheetNumbers.read("100"))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("100"));
    for (String none : List.of("", "-", "EX", "N/A", "8a", ",5")) {
      assertThat(SheetNumbers.read(none)).isEmpty();
    }
  }

  @Test
  void theNumbersOfTheSheetDecideAboutTheComma() throws SheetProblem {
    assertThat(SheetNumbers.decimal(sheet("g,m\n\"1,5\",\"100,00\"\n"), 0, 1)).isEqualTo(',');
    assertThat(SheetNumbers.decimal(sheet("g;m\n1.5;100.00\n"), 0, 1)).isEqualTo('.');
    assertThat(SheetNumbers.decimal(sheet("g;m\n;100\n"), 0, 1)).isEqualTo(',');
    assertThat(SheetNumbers.decimal(sheet("g,m\n,100\n"), 0, 1)).isEqualTo('.');
  }
}
