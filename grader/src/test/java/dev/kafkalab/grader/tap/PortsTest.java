package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PortsTest {

  @TempDir private Path folder;

  @Test
  void aClientAtTheSocketIsConnectedToTheBroker() throws IOException {
    byte[] request = "request".getBytes(StandardCharsets.UTF_8);
    byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
    try (FakeBroker server = new FakeBroker();
        Tap tap = Tap.inFrontOf(server.address(), Ports.joinedTo(folder));
        SocketChannel client = SocketChannel.open(at(tap.address()))) {
      client.write(ByteBuffer.wrap(FramedSocket.framed(request)));
      try (FramedSocket broker = server.accept()) {
        assertThat(broker.receive()).isEqualTo(request);

        broker.send(answer);
        ByteBuffer received = ByteBuffer.allocate(Integer.BYTES + answer.length);
        while (received.hasRemaining()) {
          assertThat(client.read(received)).isNotNegative();
        }
        assertThat(received.array()).isEqualTo(FramedSocket.framed(answer));
      }
    }
  }

  @Test
  void noPortIsUsedTwice() throws IOException {
    Ports ports = Ports.joinedTo(folder);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < Ports.MOST; i++) {
      Ports.Opened port = ports.open();
      addresses.add(port.address());
      port.socket().close();
    }

    assertThat(addresses).doesNotHaveDuplicates().startsWith("127.0.0.1:" + Ports.FIRST);
    assertThatExceptionOfType(IOException.class).isThrownBy(ports::open);
  }

  private UnixDomainSocketAddress at(String address) {
    return UnixDomainSocketAddress.of(folder.resolve(address.replaceAll(".*:", "")));
  }
}
