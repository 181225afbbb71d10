package dev.kafkalab.grader.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a Kafka now, without its records.
 *
 * @param address where it is
 * @param version its version, if that is known
 * @param topicsLeftOut how many more topics there are
 * @param groupsLeftOut how many more groups there are
 */
record State(
    String address,
    @Nullable String version,
    int brokers,
    List<Topic> topics,
    int topicsLeftOut,
    List<Group> groups,
    int groupsLeftOut) {

  /**
   * A topic.
   *
   * @param internal whether Kafka keeps its own data there
   */
  record Topic(String name, boolean internal, List<Partition> partitions) {}

  /**
   * A partition.
   *
   * @param first its oldest offset
   * @param end the offset that its next record will have
   * @param led whether a broker serves it
   */
  record Partition(int number, long first, long end, boolean led) {}

  /** A consumer group; {@code type} and {@code state} are Kafka's words. */
  record Group(
      String name, String type, String state, List<Member> members, List<Progress> progress) {}

  /** A member of a group, and what it owns. */
  record Member(String id, String clientId, String host, List<Owned> owned) {}

  /** A partition that a member owns. */
  record Owned(String topic, int partition) {}

  /**
   * How far a group is in a partition.
   *
   * @param committed the offset that it reads next; null if nothing is committed
   * @param lag how many offsets are before it; null if nothing is committed
   * @param owner the id of the member that owns the partition; null if none does
   */
  record Progress(
      String topic,
      int partition,
      long first,
      long end,
      @Nullable Long committed,
      @Nullable Long lag,
      @Nullable String owner) {}
}
