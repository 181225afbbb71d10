package dev.kafkalab.grader.thread;

/** Starts daemon threads: a JVM that has nothing else to do ends without waiting for them. */
public final class Daemon {

  private Daemon() {}

  /**
   * Starts work on a thread of its own; returns at once.
   *
   * @param name what the thread is called where threads are listed
   */
  public static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
