package dev.kafkalab.grader.classrun.export.sheet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the numbers of a sheet, whatever country's they are. */
public final class SheetNumbers {

  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,]*");
  private static final Pattern WITH_COMMA = Pattern.compile("[\\d.]+,\\d+");
  private static final Pattern WITH_POINT = Pattern.compile("[\\d,]+\\.\\d+");

  private SheetNumbers() {}

  /** Reads a number; its last comma or point begins the decimals. Empty if the cell has none. */
  public static Optional<BigDecimal> read(String cell) {
    String plain = cell.replaceAll("[\\s\\u00A0\\u202F]", "");
    if (!NUMBER.matcher(plain).matches()) {
      return Optional.empty();
    }
    int decimals = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
    return Optional.of(
        decimals < 0
            ? new BigDecimal(plain)
            : new BigDecimal(
                plain.substring(0, decimals).replaceAll("[.,]", "")
                    + "."
                    + plain.substring(decimals + 1)));
  }

  /**
   * Returns what begins decimals in these columns: what most of their numbers have, or else a comma
   * where semicolons separate the cells.
   */
  public static char decimal(CsvSheet sheet, int... columns) {
    long commas = count(sheet, WITH_COMMA, columns);
    long points = count(sheet, WITH_POINT, columns);
    if (commas == points) {
      return sheet.separator() == ';' ? ',' : '.';
    }
    return commas > points ? ',' : '.';
  }

  private static long count(CsvSheet sheet, Pattern form, int... columns) {
    return IntStream.range(1, sheet.rows())
        .boxed()
        .flatMap(row -> IntStream.of(columns).mapToObj(column -> sheet.cell(row, column)))
        .filter(cell -> form.matcher(cell.strip()).matches())
        .count();
  }
}
