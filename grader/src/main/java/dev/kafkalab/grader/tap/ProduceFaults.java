package dev.kafkalab.grader.tap;

import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ProduceResponse;

/** What is to go wrong with Produce requests that expect an answer: one for all of a tap. */
final class ProduceFaults {

  /** Ends a connection from inside an inspection: the frame goes no further. */
  static final class FrameLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FrameLost() {
      super("a frame is lost on purpose");
    }
  }

  private int requestsToLose;
  private int answersToLose;
  private boolean refusing;
  private boolean holding;
  private int losses;

  synchronized void loseRequests(int count) {
    requestsToLose = count;
  }

  synchronized void loseAnswers(int count) {
    answersToLose = count;
  }

  synchronized void refuseRecords(boolean on) {
    refusing = on;
  }

  /** Returns whether the answer to a request that comes now is to say that nothing was taken. */
  synchronized boolean isRefusing() {
    return refusing;
  }

  synchronized void holdAnswers(boolean on) {
    holding = on;
    notifyAll();
  }

  synchronized int losses() {
    return losses;
  }

  /** Decides about a request that was just read: returns whether its answer is to be lost. */
  synchronized boolean meets() {
    if (requestsToLose > 0) {
      requestsToLose--;
      losses++;
      throw new FrameLost();
    }
    if (answersToLose == 0) {
      return false;
    }
    answersToLose--;
    return true;
  }

  void loseAnswer() {
    synchronized (this) {
      losses++;
    }
    throw new FrameLost();
  }

  /** Waits while answers are held: those of the same connection that come later wait behind. */
  private void waitWhileHolding() {
    try {
      while (holding) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Makes a broker's answer to a Produce say that nothing was taken, where that is asked for; the
   * error is one that a client does not try again: {@code Sender.canRetry}.
   *
   * @param isRefused whether that was asked for when the request came
   */
  synchronized boolean spoils(AbstractResponse response, boolean isRefused) {
    if (!(response instanceof ProduceResponse produced)) {
      return false;
    }
    waitWhileHolding();
    if (!isRefused) {
      return false;
    }
    produced
        .data()
        .responses()
        .forEach(
            topic ->
                topic
                    .partitionResponses()
                    .forEach(
                        partition ->
                            partition
                                .setErrorCode(Errors.TOPIC_AUTHORIZATION_FAILED.code())
                                .setBaseOffset(-1)));
    return true;
  }
}
