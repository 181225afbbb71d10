package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Who is in a run and where everybody stands: the file {@code class.json}. The reports have files
 * of their own.
 *
 * @param schema {@value #SCHEMA}
 * @param revision the grader's
 * @param students in the order of the class
 * @param canaries known submissions that were graded among them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClassRecord(
    String schema, String revision, List<Standing> students, List<Canary> canaries) {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/class-record/v1";

  /** Copies the lists, so that a record never changes. */
  public ClassRecord {
    students = List.copyOf(students);
    canaries = List.copyOf(canaries);
  }

  /**
   * A known submission that was graded among the students'.
   *
   * @param id of the known submission
   * @param right whether it was judged as it had to be
   * @param problem what was judged wrongly, in one sentence; empty if nothing was
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Canary(String id, boolean right, String problem) {}
}
