package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a class needs to know of a report of the schema {@code kafkalab/grade/v1}.
 *
 * @param score the points without the bonus
 * @param isolation what kept the student's code apart
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GradeReport(
    @JsonProperty(required = true) int score,
    @JsonProperty(required = true) int maxScore,
    @JsonProperty(required = true) int bonus,
    @JsonProperty(required = true) int maxBonus,
    @JsonProperty(required = true) String isolation,
    @JsonProperty(required = true) long seed,
    @JsonProperty(required = true) long durationMillis,
    @JsonProperty(required = true) List<OfCriterion> criteria,
    @JsonProperty(required = true) List<Deliverable> deliverables) {

  /** Copies the lists, so that a report never changes. */
  public GradeReport {
    criteria = List.copyOf(criteria);
    deliverables = List.copyOf(deliverables);
  }

  /** Returns what one criterion found; empty where it was not judged. */
  public Optional<OfCriterion> of(String criterion) {
    return criteria.stream().filter(each -> each.id().equals(criterion)).findFirst();
  }

  /**
   * What one criterion found.
   *
   * @param message what was expected and what happened; empty if it passed
   * @param misconception an id of the rubric
   * @param location file and line of the submission
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OfCriterion(
      @JsonProperty(required = true) String id,
      @JsonProperty(required = true) OutcomeKind outcome,
      @JsonProperty(required = true) int points,
      @JsonProperty(required = true) int maxPoints,
      @JsonProperty(required = true) boolean bonus,
      @JsonProperty(required = true) String message,
      @JsonProperty(required = true) String hint,
      @Nullable String misconception,
      @Nullable String location) {}

  /** Something that is to be handed in. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Deliverable(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) boolean present,
      @JsonProperty(required = true) String detail) {}
}
