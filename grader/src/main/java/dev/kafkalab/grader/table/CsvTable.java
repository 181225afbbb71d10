package dev.kafkalab.grader.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of values between commas, semicolons or tabs, of any of the usual encodings (RFC 4180).
 *
 * @param rows without empty ones; the first is the head
 */
public record CsvTable(List<List<String>> rows) {

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /** Copies the rows, so that a table never changes. */
  public CsvTable {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Says why a file is no table. */
  public static final class NoTable extends Exception {
    private static final long serialVersionUID = 1L;

    NoTable(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @throws NoTable where its quotes do not fit
   * @throws IOException where it cannot be read
   */
  public static CsvTable read(Path file) throws IOException, NoTable {
    String text = CsvText.decode(Files.readAllBytes(file));
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(CsvText.separator(text));
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
      return new CsvTable(rows.readAll().stream().map(CsvTable::cells).toList());
    } catch (JacksonException e) {
      throw new NoTable(e.getOriginalMessage());
    }
  }

  private static List<String> cells(String[] row) {
    return Arrays.stream(row).map(cell -> cell == null ? "" : cell.strip()).toList();
  }

  /** Returns the head's cells in lower case; none where the table is empty. */
  public List<String> head() {
    return rows.isEmpty()
        ? List.of()
        : rows.get(0).stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
  }

  /** Returns a cell of a row; empty where the row is shorter, or the place is -1. */
  public static String cell(List<String> row, int place) {
    return place < 0 || place >= row.size() ? "" : row.get(place);
  }
}
