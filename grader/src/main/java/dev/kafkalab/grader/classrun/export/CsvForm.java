package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.feedback.DeadText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written for a spreadsheet: in some countries Excel wants semicolons, and commas in
 * numbers.
 *
 * @param separator between cells
 * @param decimal between a number's whole and its rest
 */
public record CsvForm(char separator, char decimal) {

  /** As RFC 4180 has it. */
  public static final CsvForm USUAL = new CsvForm(',', '.');

  /** Returns a line with its end. */
  public String row(List<String> cells) {
    return cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator)))
        + "\r\n";
  }

  private String cell(String text) {
    String cell = DeadText.ofCell(text);
    boolean isQuoted = cell.startsWith("\"");
    return cell.indexOf(separator) >= 0 && !isQuoted ? '"' + cell + '"' : cell;
  }

  /** Returns a number without needless zeros; an empty text for none. */
  public String number(@Nullable BigDecimal number) {
    if (number == null) {
      return "";
    }
    BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', decimal);
  }
}
