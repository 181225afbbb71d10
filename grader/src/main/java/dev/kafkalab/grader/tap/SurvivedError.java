package dev.kafkalab.grader.tap;

import java.lang.Thread.UncaughtExceptionHandler;

/** Passes on an error that the tap survives: a connection is lost by it. */
final class SurvivedError {

  private SurvivedError() {}

  /** Tells whoever watches all threads of this JVM. */
  static void tell(Error error) {
    UncaughtExceptionHandler watcher = Thread.getDefaultUncaughtExceptionHandler();
    if (watcher != null) {
      watcher.uncaughtException(Thread.currentThread(), error);
    }
  }
}
