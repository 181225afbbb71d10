package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Forks student JVMs ahead: one that has started while another criterion waits costs nobody time.
 */
final class JvmPool implements AutoCloseable {

  private final StudentJvmSettings settings;
  private final Deque<StudentJvm> spares = new ArrayDeque<>();
  private int target;
  private boolean closed;

  JvmPool(StudentJvmSettings settings, int spares) {
    this.settings = settings;
    this.target = spares;
    refill();
  }

  /** Returns what its JVMs are made of. */
  StudentJvmSettings settings() {
    return settings;
  }

  /** Returns a JVM that nobody else has; whoever takes it closes it. */
  synchronized StudentJvm take() {
    if (closed) {
      throw new IllegalStateException("the grading has ended");
    }
    StudentJvm spare = spares.poll();
    refill();
    return spare == null || spare.end().isPresent() ? StudentJvm.start(settings) : spare;
  }

  /** Forks none ahead from now on: few more will be needed. */
  synchronized void stopForkingAhead() {
    target = 0;
  }

  private synchronized void refill() {
    while (spares.size() < target) {
      spares.add(StudentJvm.start(settings));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    CloseEach.of(spares.stream().map(spare -> spare::close));
    spares.clear();
  }
}
