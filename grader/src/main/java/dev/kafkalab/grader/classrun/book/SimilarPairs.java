package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Which submissions of a class are alike: the file {@code similar.json}.
 *
 * @param schema {@value #SCHEMA}
 * @param tool what compared them, with its version
 * @param at when, in UTC (ISO 8601)
 * @param compared how many submissions, each with each
 * @param leftOut who could not be compared
 * @param median half of all pairs are less alike: from 0 to 1
 * @param pairs the pairs that are the most alike, these first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SimilarPairs(
    String schema,
    String tool,
    String at,
    int compared,
    List<LeftOut> leftOut,
    double median,
    List<Pair> pairs) {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/class-similar/v1";

  /** What the reference solution is called among the submissions. */
  public static final String REFERENCE = "reference-solution";

  private static final double PERCENT = 100;

  /** Copies the lists, so that the pairs never change. */
  public SimilarPairs {
    leftOut = List.copyOf(leftOut);
    pairs = List.copyOf(pairs);
  }

  /** Returns the percentage that half of all pairs are below. */
  public int medianPercent() {
    return (int) Math.ceil(PERCENT * median);
  }

  /**
   * Somebody who was not compared.
   *
   * @param why in a few words
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record LeftOut(String id, String why) {}

  /**
   * Two submissions that are alike.
   *
   * @param one a student's id, or {@value #REFERENCE}
   * @param other the same
   * @param similarity the part of both that is alike, without what all were given: from 0 to 1
   * @param parts what is alike, the largest first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Pair(String one, String other, double similarity, List<Part> parts) {

    /** Copies the parts, so that a pair never changes. */
    public Pair {
      parts = List.copyOf(parts);
    }

    /** Returns how much of both is alike, as a percentage that is not rounded up. */
    public int percent() {
      return (int) (PERCENT * similarity);
    }
  }

  /**
   * Lines that are alike.
   *
   * @param one file and lines in the first submission, such as {@code EventLoop.java:12-40}
   * @param other file and lines in the second
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Part(String one, String other) {}
}
