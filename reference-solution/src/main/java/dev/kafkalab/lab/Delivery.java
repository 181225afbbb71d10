package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.UserEvent;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener how the delivery of one event ended, unless the event was never queued.
 *
 * <p>Kafka's client refuses some records (too large, topic not found in time) by calling back
 * before {@code send()} has returned, on the thread that called it. Other callbacks come on the
 * client's own thread. So a callback on the sending thread, while it sends, is a refusal.
 */
final class Delivery implements Callback {

  private final UserEvent event;
  private final DeliveryListener listener;
  private final Thread sendingThread = Thread.currentThread();

  // Only the sending thread uses these two. The thread alone is not enough without the flag: a
  // listener may send from the client's own thread, which is then the sending thread too.
  private boolean sending = true;
  private boolean refused;

  Delivery(UserEvent event, DeliveryListener listener) {
    this.event = event;
    this.listener = listener;
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
    if (Thread.currentThread() == sendingThread && sending) {
      refused = true;
    } else if (failure != null) {
      listener.failed(event, failure);
    } else if (metadata != null) {
      listener.delivered(event, metadata.partition(), metadata.offset());
    }
  }

  /** Marks the end of sending and returns whether Kafka's client took the event. */
  boolean wasQueued() {
    sending = false;
    return !refused;
  }
}
