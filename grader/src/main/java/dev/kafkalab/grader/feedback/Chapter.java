package dev.kafkalab.grader.feedback;

/**
 * Names a chapter of Kafka's own documentation.
 *
 * <p>The addresses are those of the pages published for each version since Kafka 4: {@code
 * configuration/}, {@code design/} and {@code javadoc/}.
 */
public enum Chapter {
  AUTO_COMMIT(Page.CONSUMER_CONFIGS, "enable.auto.commit"),
  AUTO_OFFSET_RESET(Page.CONSUMER_CONFIGS, "auto.offset.reset"),
  GROUP_ID(Page.CONSUMER_CONFIGS, "group.id"),
  ACKS(Page.PRODUCER_CONFIGS, "acks"),
  DELIVERY_TIMEOUT(Page.PRODUCER_CONFIGS, "delivery.timeout.ms"),
  IDEMPOTENCE(Page.PRODUCER_CONFIGS, "enable.idempotence"),
  LOAD_BALANCING(Page.DESIGN, "load-balancing", "The Producer, Load balancing"),
  CONSUMER_POSITION(Page.DESIGN, "consumer-position", "The Consumer, Consumer Position"),
  DELIVERY_SEMANTICS(Page.DESIGN, "message-delivery-semantics", "Message Delivery Semantics"),
  PRODUCER_SEND(
      Page.KAFKA_PRODUCER,
      "send(org.apache.kafka.clients.producer.ProducerRecord,"
          + "org.apache.kafka.clients.producer.Callback)",
      "send with a Callback"),
  PRODUCER_CLOSE(Page.KAFKA_PRODUCER, "close()", "close"),
  CONSUMER_GROUPS(Page.KAFKA_CONSUMER, "consumergroups", "Consumer Groups and Topic Subscriptions"),
  FAILURE_DETECTION(Page.KAFKA_CONSUMER, "failuredetection", "Detecting Consumer Failures"),
  OFFSETS_AND_POSITION(
      Page.KAFKA_CONSUMER,
      "offsets-and-consumer-position-heading",
      "Offsets and Consumer Position"),
  MANUAL_OFFSET_CONTROL(
      Page.KAFKA_CONSUMER, "manual-offset-control-heading", "Manual Offset Control"),
  MULTITHREADED(Page.KAFKA_CONSUMER, "multithreaded", "Multi-threaded Processing"),
  POLL(Page.KAFKA_CONSUMER, "poll(java.time.Duration)", "poll");

  /** Kafka's site has a folder for each minor version: this is that of the version in use. */
  private static final String ROOT = "https://kafka.apache.org/44/";

  private final Page page;
  private final String anchor;
  private final String heading;

  Chapter(Page page, String setting) {
    this(page, page.anchor + setting, setting);
  }

  Chapter(Page page, String anchor, String heading) {
    this.page = page;
    this.anchor = anchor;
    this.heading = heading;
  }

  /** Returns its name, such as {@code Consumer Configs: enable.auto.commit}. */
  public String title() {
    return page.title + ": " + heading;
  }

  /** Returns where it is. */
  public String url() {
    return ROOT + page.path + "#" + anchor;
  }

  /** The pages, and the prefix of the anchors of settings there. */
  private enum Page {
    CONSUMER_CONFIGS("Consumer Configs", "configuration/consumer-configs/", "consumerconfigs_"),
    PRODUCER_CONFIGS("Producer Configs", "configuration/producer-configs/", "producerconfigs_"),
    DESIGN("Design", "design/design/", ""),
    KAFKA_CONSUMER(
        "javadoc KafkaConsumer",
        "javadoc/org/apache/kafka/clients/consumer/KafkaConsumer.html",
        ""),
    KAFKA_PRODUCER(
        "javadoc KafkaProducer",
        "javadoc/org/apache/kafka/clients/producer/KafkaProducer.html",
        "");

    private final String title;
    private final String path;
    private final String anchor;

    Page(String title, String path, String anchor) {
      this.title = title;
      this.path = path;
      this.anchor = anchor;
    }
  }
}
