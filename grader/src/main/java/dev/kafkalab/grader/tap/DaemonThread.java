package dev.kafkalab.grader.tap;

/** A thread that never keeps the grader's JVM alive and never writes to its standard error. */
final class DaemonThread {

  private DaemonThread() {}

  static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    // Even an OutOfMemoryError must not print into a report: the connection is lost, no more.
    thread.setUncaughtExceptionHandler((dead, error) -> {});
    thread.start();
  }
}
