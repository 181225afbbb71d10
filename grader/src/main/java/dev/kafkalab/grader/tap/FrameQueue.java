package dev.kafkalab.grader.tap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Holds the frames of one direction of a connection between its reader and its writer.
 *
 * <p>The budget is shared by all connections of a tap in the same direction, so that hostile code
 * can stop its own traffic but cannot exhaust the grader's memory. Requests and responses have one
 * each: a broker that waits for its response to be read must never wait for requests behind it.
 */
final class FrameQueue {

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Semaphore budget;
  private boolean ended;
  private boolean dropped;

  FrameQueue(Semaphore budget) {
    this.budget = budget;
  }

  /** Waits until there is memory for a frame of this weight. */
  void reserve(int weight) throws InterruptedException {
    budget.acquire(weight);
  }

  /** Gives back what was reserved for a frame that has been written or will never come. */
  void release(int weight) {
    budget.release(weight);
  }

  synchronized void put(Frame frame) {
    if (dropped) {
      release(frame.weight());
    } else {
      frames.add(frame);
      notifyAll();
    }
  }

  /** Says that no more frames will come: those that are here are still to be taken. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Drops what is here and what will still come. */
  synchronized void drop() {
    dropped = true;
    frames.forEach(frame -> release(frame.weight()));
    frames.clear();
    notifyAll();
  }

  synchronized boolean isDropped() {
    return dropped;
  }

  /** Waits for the next frame; returns null when there will be none. */
  synchronized @Nullable Frame take() throws InterruptedException {
    while (frames.isEmpty() && !ended && !dropped) {
      wait();
    }
    return frames.poll();
  }
}
