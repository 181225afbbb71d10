package dev.kafkalab.grader.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LoopbackTest {

  /** Of the network that is kept for examples: nobody has it (RFC 5737). */
  private static final byte[] NOBODYS = {(byte) 192, 0, 2, 1};

  @Test
  void aMachineThatCanConnectToItselfIsFine() {
    assertThatCode(Loopback::expectToWork).doesNotThrowAnyException();
  }

  @Test
  void whatFailsIsNamedWithWhatToDo() throws IOException {
    InetAddress nobodys = InetAddress.getByAddress(NOBODYS);

    assertThatExceptionOfType(BrokerStartFailed.class)
        .isThrownBy(() -> Loopback.expectToWork(nobodys))
        .withMessageMatching(
            "This machine cannot connect to itself at 192\\.0\\.2\\.1 \\(.+\\), but Kafka needs that\\."
                + " Allow it in the sandbox or firewall, or bring the loopback interface up"
                + " \\(ip link set lo up\\), then run this again");
  }

  /** Linux answers no more who want to connect than a server lets wait. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatDoesNotAnswerIsNotWaitedFor() throws IOException {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket server = new ServerSocket(0, 1, Loopback.ADDRESS)) {
      InetSocketAddress full = new InetSocketAddress(Loopback.ADDRESS, server.getLocalPort());
      for (int i = 0; i < 4; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        boolean unused = channel.connect(full);
        waiting.add(channel);
      }
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> Loopback.connect(full, Duration.ofMillis(50)));
    } finally {
      for (SocketChannel each : waiting) {
        each.close();
      }
    }
    assertThat(waiting).hasSize(4);
  }
}
