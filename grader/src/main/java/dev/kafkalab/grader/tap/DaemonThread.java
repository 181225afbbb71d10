package dev.kafkalab.grader.tap;

import java.lang.Thread.UncaughtExceptionHandler;

/** A thread that never keeps the grader's JVM alive. */
final class DaemonThread {

  private DaemonThread() {}

  /** Starts it. How it ends by an error is for whoever watches all threads of this JVM. */
  static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Tells whoever watches of an error that the tap survives: a connection is lost by it. */
  static void tell(Error error) {
    UncaughtExceptionHandler watcher = Thread.getDefaultUncaughtExceptionHandler();
    if (watcher != null) {
      watcher.uncaughtException(Thread.currentThread(), error);
    }
  }
}
