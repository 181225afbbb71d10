package dev.kafkalab.grader.classrun;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a run needs to know of a report of the schema {@code kafkalab/grade/v1}.
 *
 * @param score the points without the bonus
 * @param isolation what kept the student's code apart
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Points(
    @JsonProperty(required = true) int score,
    @JsonProperty(required = true) int maxScore,
    @JsonProperty(required = true) int bonus,
    @JsonProperty(required = true) int maxBonus,
    @JsonProperty(required = true) String isolation,
    @JsonProperty(required = true) long seed,
    @JsonProperty(required = true) List<OfCriterion> criteria) {

  /** Copies the list, so that points never change. */
  public Points {
    criteria = List.copyOf(criteria);
  }

  /** The points of one criterion, by its id. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OfCriterion(
      @JsonProperty(required = true) String id, @JsonProperty(required = true) int points) {}
}
