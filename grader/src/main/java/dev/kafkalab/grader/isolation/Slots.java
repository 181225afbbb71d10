package dev.kafkalab.grader.isolation;

import java.util.BitSet;

/**
 * Small numbers, each of which only one of those has that run at the same time; whoever comes next
 * gets another one than who has just ended.
 */
final class Slots {

  /** More than run at the same time in most gradings. */
  private static final int ROUND = 12;

  private final BitSet taken = new BitSet();
  private int last = -1;

  /** Returns a number that nobody has. */
  synchronized int take() {
    int after = (last + 1) % ROUND;
    int next = taken.nextClearBit(after);
    int slot = next < ROUND ? next : taken.nextClearBit(0);
    last = slot;
    taken.set(slot);
    return slot;
  }

  /** Gives a number back. */
  synchronized void free(int slot) {
    taken.clear(slot);
  }
}
