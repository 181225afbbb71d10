package dev.kafkalab.grader.classrun.export.sheet;

import dev.kafkalab.grader.table.CsvText;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as a platform handed it out, of which single cells can be replaced.
 *
 * <p>Encoding, byte-order mark, separator, quotes, line ends and every other cell are written as
 * they were read, byte for byte.
 */
public final class CsvSheet {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Charset charset;
  private final String mark;
  private final char separator;
  private final List<SheetLine> lines;

  private CsvSheet(Charset charset, String mark, char separator, List<SheetLine> lines) {
    this.charset = charset;
    this.mark = mark;
    this.separator = separator;
    this.lines = lines;
  }

  /**
   * Reads a sheet.
   *
   * @throws SheetProblem where a quote is never closed
   */
  public static CsvSheet of(byte[] bytes) throws SheetProblem {
    Charset charset = SheetCharset.of(bytes);
    String all = new String(bytes, charset);
    String mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    String text = all.substring(mark.length());
    char separator = CsvText.separator(text);
    List<List<SheetLine>> readings =
        Stream.of(false, true)
            .map(hasEscapes -> SheetParser.lines(text, separator, hasEscapes))
            .flatMap(Optional::stream)
            .toList();
    List<SheetLine> lines =
        readings.stream()
            .filter(CsvSheet::isEven)
            .findFirst()
            .or(() -> readings.stream().findFirst())
            .orElseThrow(
                () -> SheetProblem.of("The sheet is no table: a quotation mark is never closed."));
    return new CsvSheet(charset, mark, separator, lines);
  }

  /** A reading by the wrong rule for quotes puts some cells into other columns. */
  private static boolean isEven(List<SheetLine> lines) {
    return lines.stream()
            .filter(line -> !line.isBlank())
            .map(line -> line.cells().size())
            .distinct()
            .count()
        <= 1;
  }

  /** Returns how many rows there are, empty ones and the head included. */
  public int rows() {
    return lines.size();
  }

  /** Returns whether a row is empty. */
  public boolean isBlank(int row) {
    return lines.get(row).isBlank();
  }

  /** Returns what the cells of a row say. */
  public List<String> row(int row) {
    return IntStream.range(0, lines.get(row).cells().size())
        .mapToObj(column -> cell(row, column))
        .toList();
  }

  /** Returns what a cell says; empty where the row is shorter, or the column is -1. */
  public String cell(int row, int column) {
    return column < 0 ? "" : lines.get(row).value(column);
  }

  /** Returns what stands between two cells. */
  public char separator() {
    return separator;
  }

  /** Returns whether the sheet's encoding has all characters of a text. */
  public boolean canWrite(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /**
   * Replaces what a cell says.
   *
   * @throws IllegalArgumentException if the sheet's encoding lacks one of the characters
   */
  public void set(int row, int column, String text) {
    if (!canWrite(text)) {
      throw new IllegalArgumentException(charset + " cannot write '" + text + "'");
    }
    lines.get(row).set(column, text, separator);
  }

  /** Returns the sheet as a file. */
  public byte[] bytes() {
    return lines.stream()
        .map(line -> line.written(separator))
        .collect(Collectors.joining("", mark, ""))
        .getBytes(charset);
  }
}
