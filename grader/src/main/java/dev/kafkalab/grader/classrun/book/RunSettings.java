package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all gradings of a run have in common: the file {@code run.json}.
 *
 * @param schema {@value #SCHEMA}
 * @param source the folder or archive of all submissions
 * @param roster the list of the class; null if there is none
 * @param strict whether nothing is mended
 * @param criteria the ids of the criteria to judge, sorted; empty for all
 * @param broker which Kafka is used, as on the command line
 * @param isolation what keeps the students' code apart, as on the command line
 * @param seed what everything random is drawn from, for each submission alike
 * @param started when the run began (ISO 8601, UTC)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunSettings(
    String schema,
    String source,
    @Nullable String roster,
    boolean strict,
    List<String> criteria,
    String broker,
    String isolation,
    long seed,
    String started) {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/class/v1";

  /** Copies the criteria, so that settings never change. */
  public RunSettings {
    criteria = List.copyOf(criteria);
  }
}
