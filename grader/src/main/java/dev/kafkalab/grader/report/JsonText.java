package dev.kafkalab.grader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Formats records as JSON, indented, with a line break at its end. */
public final class JsonText {

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private JsonText() {}

  /** Returns the document; fields are in the order of the record's components. */
  public static String of(Record document) {
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain values is not JSON", e);
    }
  }
}
