package dev.kafkalab.grader.studentvm.child;

import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Keeps Kafka's metrics in a JMX server that becomes the platform's own where somebody asks for it.
 *
 * <p>The platform's server describes the whole JVM as it is made, which takes a sixth of the
 * processor time of a student's JVM, and Kafka's clients ask for it as soon as the first one is
 * made. The woven clients ask here. Student's code that looks at JMX finds one server, with
 * everything in it, as ever: the JDK makes its servers with this builder, by a system property.
 */
public final class KafkaBeans extends MBeanServerBuilder {

  private static final String PLATFORM = "java.lang.management.ManagementFactory";

  /** Returns the server that the woven clients register with. */
  public static MBeanServer server() {
    return Shared.SERVER;
  }

  @Override
  public MBeanServer newMBeanServer(
      String defaultDomain, MBeanServer outer, MBeanServerDelegate delegate) {
    return isForThePlatform()
        ? Shared.SERVER
        : super.newMBeanServer(defaultDomain, outer, delegate);
  }

  private static boolean isForThePlatform() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(PLATFORM)));
  }

  private static final class Shared {

    static final MBeanServer SERVER = make();

    private static MBeanServer make() {
      MBeanServerBuilder builder = new MBeanServerBuilder();
      return builder.newMBeanServer(null, null, builder.newMBeanServerDelegate());
    }
  }
}
