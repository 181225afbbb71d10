package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.topic;

import java.util.List;

/** Submissions with a fault in how the topic is created. */
final class BrokenTopics {

  private static final String CREATE = "      admin.createTopics(List.of(topic)).all().get();\n";

  private BrokenTopics() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of("a topic of two partitions", topic("PARTITIONS, ", "2, "))
            .fails("topic.created", "should have 3 partitions and has 2"),
        KnownSubmission.of(
                "a topic that is there already is an error",
                topic("!(e.getCause() instanceof TopicExistsException)", "e.getCause() != null"))
            .failsWith(3, "topic.created", "threw")
            .blocks("consumer.shutdown"),
        KnownSubmission.of(
                "a topic that is there already is filled up by two partitions",
                topic(
                    CREATE,
                    """
                    if (admin.listTopics().names().get().contains(settings.topic())) {
                      admin
                          .createPartitions(
                              Map.of(
                                  settings.topic(),
                                  org.apache.kafka.clients.admin.NewPartitions.increaseTo(5)))
                          .all()
                          .get();
                    } else {
                      admin.createTopics(List.of(topic)).all().get();
                    }
                    """))
            .seenBy(Scope.TOPIC_ONLY)
            .failsWith(3, "topic.created"),
        KnownSubmission.of(
                "a topic that is there already is deleted first",
                topic(
                    CREATE,
                    """
                    while (admin.listTopics().names().get().contains(settings.topic())) {
                      admin.deleteTopics(List.of(settings.topic())).all().get();
                    }
                    admin.createTopics(List.of(topic)).all().get();
                    """))
            .seenBy(Scope.TOPIC_ONLY)
            .failsWith(3, "topic.created"));
  }
}
