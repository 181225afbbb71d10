package dev.kafkalab.grader.tap.note;

/**
 * An InitProducerId request: only an idempotent or transactional producer sends one.
 *
 * @param transactionalId empty where the producer is idempotent only
 */
public record ProducerIdNote(long nanoTime, String clientId, String transactionalId)
    implements WireNote {}
