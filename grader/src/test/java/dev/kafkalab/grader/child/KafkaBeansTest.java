package dev.kafkalab.grader.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

/** What asks for the platform's server runs in a JVM of its own: that server is made once. */
class KafkaBeansTest {

  @Test
  void whoAsksForThePlatformFindsKafkasBeansAndThePlatforms() throws Exception {
    assertThat(run("platform")).containsExactly("kafka true", "platform true", "servers 1");
  }

  @Test
  void whatIsRegisteredLaterIsThereToo() throws Exception {
    assertThat(run("later")).containsExactly("kafka true", "platform true", "servers 1");
  }

  @Test
  void aServerOfTheStudentsOwnHasNeither() throws Exception {
    assertThat(run("own")).containsExactly("kafka false", "platform false", "servers 1");
  }

  @Test
  void whatAClosedClientHadIsGone() throws Exception {
    assertThat(run("closed")).containsExactly("kafka false", "platform true", "servers 1");
  }

  @Test
  void whatWaitsIsKnownByItsName() throws Exception {
    ObjectName name = new ObjectName("kafka.test:type=app-info");

    KafkaBeans.registerMBean(null, new Object(), name);
    assertThat(KafkaBeans.isRegistered(null, name)).isTrue();
    assertThatThrownBy(() -> KafkaBeans.registerMBean(null, new Object(), name))
        .isInstanceOf(InstanceAlreadyExistsException.class);

    KafkaBeans.unregisterMBean(null, name);
    assertThat(KafkaBeans.isRegistered(null, name)).isFalse();
    assertThatThrownBy(() -> KafkaBeans.unregisterMBean(null, name))
        .isInstanceOf(InstanceNotFoundException.class);
  }

  private static List<String> run(String way) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.management.builder.initial=" + KafkaBeans.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName(),
                way)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  /** Is what a student's JVM would do. */
  static final class Probe {

    private static final String KAFKA = "kafka.consumer:type=app-info";
    private static final String PLATFORM = "java.lang:type=Runtime";

    private Probe() {}

    public static void main(String[] args) throws JMException {
      if (args[0].equals("later")) {
        ManagementFactory.getPlatformMBeanServer();
      }
      KafkaBeans.registerMBean(null, bean(), new ObjectName(KAFKA));
      if (args[0].equals("closed")) {
        KafkaBeans.unregisterMBean(null, new ObjectName(KAFKA));
      }
      MBeanServer server =
          args[0].equals("own")
              ? MBeanServerFactory.createMBeanServer()
              : ManagementFactory.getPlatformMBeanServer();
      System.out.println("kafka " + server.isRegistered(new ObjectName(KAFKA)));
      System.out.println("platform " + server.isRegistered(new ObjectName(PLATFORM)));
      System.out.println("servers " + MBeanServerFactory.findMBeanServer(null).size());
    }

    private static StandardMBean bean() throws JMException {
      return new StandardMBean((Runnable) () -> {}, Runnable.class);
    }
  }
}
