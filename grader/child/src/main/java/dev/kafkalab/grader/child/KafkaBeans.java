package dev.kafkalab.grader.child;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.management.ObjectInstance;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Kafka's metrics for JMX until somebody asks for the platform's server.
 *
 * <p>Kafka's clients register them as soon as the first one is made, and register each group of
 * them anew with every metric in it. That and the server, which describes the whole JVM, take a
 * fifth of the processor time of a student's JVM. The woven clients call here instead. Student's
 * code that looks at JMX finds one server, with everything in it, as ever: the JDK makes its
 * servers with this builder, by a system property.
 */
public final class KafkaBeans extends MBeanServerBuilder {

  private static final String PLATFORM = "java.lang.management.ManagementFactory";

  private static final Map<ObjectName, Object> WAITING = new LinkedHashMap<>();
  private static @Nullable MBeanServer platform;

  /**
   * Registers a bean, in the place of {@link MBeanServer#registerMBean}.
   *
   * @param none the woven clients have no server
   * @return nothing that Kafka looks at
   */
  public static synchronized @Nullable ObjectInstance registerMBean(
      @Nullable MBeanServer none, Object bean, ObjectName name) throws JMException {
    MBeanServer server = platform;
    if (server != null) {
      return server.registerMBean(bean, name);
    }
    if (WAITING.putIfAbsent(name, bean) != null) {
      throw new InstanceAlreadyExistsException(name.toString());
    }
    return null;
  }

  /** Takes a bean away, in the place of {@link MBeanServer#unregisterMBean}. */
  public static synchronized void unregisterMBean(@Nullable MBeanServer none, ObjectName name)
      throws JMException {
    MBeanServer server = platform;
    if (server != null) {
      server.unregisterMBean(name);
    } else if (WAITING.remove(name) == null) {
      throw new InstanceNotFoundException(name.toString());
    }
  }

  /** Returns whether there is such a bean, in the place of {@link MBeanServer#isRegistered}. */
  public static synchronized boolean isRegistered(@Nullable MBeanServer none, ObjectName name) {
    MBeanServer server = platform;
    return server != null ? server.isRegistered(name) : WAITING.containsKey(name);
  }

  @Override
  public MBeanServer newMBeanServer(
      String defaultDomain, @Nullable MBeanServer outer, MBeanServerDelegate delegate) {
    MBeanServer server = super.newMBeanServer(defaultDomain, outer, delegate);
    if (isForThePlatform()) {
      takeOver(server);
    }
    return server;
  }

  private static boolean isForThePlatform() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(PLATFORM)));
  }

  private static synchronized void takeOver(MBeanServer server) {
    platform = server;
    WAITING.forEach(
        (name, bean) -> {
          try {
            server.registerMBean(bean, name);
          } catch (JMException e) {
            return; // Kafka itself says no more than that it could not be registered
          }
        });
    WAITING.clear();
  }
}
