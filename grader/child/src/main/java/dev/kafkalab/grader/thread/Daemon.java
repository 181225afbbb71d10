package dev.kafkalab.grader.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts daemon threads: a JVM that has nothing else to do ends without waiting for them. */
public final class Daemon {

  private Daemon() {}

  /**
   * Starts work on a thread of its own; returns at once.
   *
   * @param name what the thread is called where threads are listed
   */
  public static Thread start(String name, Runnable work) {
    Thread thread = make(name, work);
    thread.start();
    return thread;
  }

  /** Makes a pool of threads of this name; work that finds none idle waits. */
  public static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(threads, work -> make(name, work));
  }

  private static Thread make(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
