package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.poison.Poison.Piece;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Records for all three partitions, which are published in one go: one poll can return them all.
 */
public final class Course {

  private final List<List<Piece>> partitions =
      IntStream.range(0, TopicSetup.PARTITIONS)
          .<List<Piece>>mapToObj(partition -> new ArrayList<>())
          .toList();

  /** What a course became when it was published. */
  public record Served(List<PublishedEvent> valid, List<Place> malformed) {}

  /** Deals the kinds to the partitions in turn, with valid events around them. */
  public static Course ofAll(List<Poison> kinds, Supplier<UserEvent> valid) {
    Course course = new Course();
    course.partitions.forEach(pieces -> pieces.add(Piece.of(valid.get())));
    for (int i = 0; i < kinds.size(); i++) {
      course.add(i % TopicSetup.PARTITIONS, kinds.get(i), valid);
    }
    return course;
  }

  /** Puts a kind into each partition, in front of a valid event; an event can only be in one. */
  static Course ofOne(Poison kind, Supplier<UserEvent> valid) {
    Course course = new Course();
    if (kind.isValid()) {
      course.add(0, kind, valid);
      return course;
    }
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      course.add(partition, kind, valid);
    }
    return course;
  }

  private void add(int partition, Poison kind, Supplier<UserEvent> valid) {
    List<Piece> pieces = partitions.get(partition);
    pieces.addAll(kind.pieces());
    if (!kind.isValid()) {
      pieces.add(Piece.of(valid.get()));
    }
  }

  /** Ends each partition with a malformed record: nothing after it has it committed. */
  Course endingWith(List<Poison> kinds) {
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      partitions.get(partition).add(kinds.get(partition).pieces().get(0));
    }
    return this;
  }

  /** Has nothing but a malformed record for each partition. */
  static Course onlyOf(List<Poison> kinds) {
    return new Course().endingWith(kinds);
  }

  public Served publishTo(LabTopic topic) {
    List<List<Long>> offsets =
        topic.publishDrafts(
            partitions.stream().map(pieces -> pieces.stream().map(Piece::draft).toList()).toList());
    List<PublishedEvent> valid = new ArrayList<>();
    List<Place> malformed = new ArrayList<>();
    for (int partition = 0; partition < partitions.size(); partition++) {
      List<Piece> pieces = partitions.get(partition);
      for (int i = 0; i < pieces.size(); i++) {
        long offset = offsets.get(partition).get(i);
        UserEvent event = pieces.get(i).event();
        if (event == null) {
          malformed.add(new Place(topic.partition(partition), offset, pieces.get(i).draft()));
        } else {
          valid.add(new PublishedEvent(event, topic.partition(partition), offset));
        }
      }
    }
    return new Served(valid, malformed);
  }
}
