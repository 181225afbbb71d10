package dev.kafkalab.grader.broker;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.utility.ResourceReaper;

/**
 * Removes this JVM's containers when it ends, in the place of Testcontainers: that asks Docker
 * without a bound, so that a JVM whose Docker is stuck never ends, and prints a stack trace where
 * somebody else removes a container too.
 */
final class EndOfJvm {

  private static final Duration MOST_TO_REMOVE = Duration.ofSeconds(10);

  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  private EndOfJvm() {}

  /**
   * Prepares for it, once, before Testcontainers does.
   *
   * @throws BrokerStartFailed where this JVM is ending already
   */
  static void prepare() {
    if (PREPARED.getAndSet(true)) {
      return;
    }
    Thread hook =
        new Thread(() -> OwnContainers.OF_THIS_JVM.endAll(MOST_TO_REMOVE), "end-containers");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw BrokerStartFailed.becauseOfTheEnd();
    }
    boolean unused = keepTestcontainersFromIt();
  }

  /** Testcontainers has no setting for it; returns whether its release still has this field. */
  static boolean keepTestcontainersFromIt() {
    try {
      Field hookIsSet = ResourceReaper.class.getDeclaredField("hookIsSet");
      hookIsSet.setAccessible(true);
      ((AtomicBoolean) hookIsSet.get(ResourceReaper.instance())).set(true);
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false; // it cleans up as well, which is slower and no worse
    }
  }
}
