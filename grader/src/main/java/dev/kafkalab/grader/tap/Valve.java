package dev.kafkalab.grader.tap;

import java.util.function.BooleanSupplier;

/** Lets frames through, holds them, or keeps clients out: one for all connections of a tap. */
final class Valve {

  /** What the valve does with frames and with new connections. */
  enum Position {
    /** Frames pass and connections are accepted. */
    OPEN,
    /** Frames wait and connections are accepted. */
    STALLED,
    /** Connections are closed as soon as they are made. */
    REFUSING
  }

  private Position position = Position.OPEN;

  synchronized void turn(Position to) {
    position = to;
    notifyAll();
  }

  synchronized boolean refuses() {
    return position == Position.REFUSING;
  }

  /** Waits until a frame may pass; returns false when its connection was given up before that. */
  synchronized boolean pass(BooleanSupplier givenUp) throws InterruptedException {
    while (position != Position.OPEN && !givenUp.getAsBoolean()) {
      wait();
    }
    return !givenUp.getAsBoolean();
  }

  /** Makes every waiting frame look again whether its connection was given up. */
  synchronized void lookAgain() {
    notifyAll();
  }
}
