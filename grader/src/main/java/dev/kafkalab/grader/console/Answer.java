package dev.kafkalab.grader.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a request is answered with: always text.
 *
 * @param status HTTP's number
 * @param type the media type
 */
record Answer(int status, String type, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FINE = 200;

  /** What the page shows where something could not be done. */
  record Problem(String error) {}

  static Answer text(String type, String body) {
    return new Answer(FINE, type + "; charset=utf-8", body);
  }

  /** Returns a record as JSON; its fields are in the order of the record's components. */
  static Answer json(Record document) {
    return json(FINE, document);
  }

  static Answer problem(int status, String sentence) {
    return json(status, new Problem(sentence));
  }

  private static Answer json(int status, Record document) {
    try {
      return new Answer(status, "application/json", JSON.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of plain values is not JSON", e);
    }
  }
}
