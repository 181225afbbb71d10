package dev.kafkalab.grader.tap;

import java.io.IOException;

/** A client, the tap, and a fake broker, connected. */
final class TapRig implements AutoCloseable {

  final FakeBroker server = new FakeBroker();
  final Tap tap = Tap.inFrontOf(server.address(), Ports.OF_THIS_MACHINE);
  final FramedSocket client = FramedSocket.connectTo(tap.address());
  final FramedSocket broker = server.accept();

  TapRig() throws IOException {}

  /** Sends a request through the tap and returns what the broker got: by then it is noted. */
  byte[] ask(byte[] request) throws IOException {
    client.send(request);
    return broker.receive();
  }

  /** Sends a response through the tap and returns what the client got. */
  byte[] answer(byte[] response) throws IOException {
    broker.send(response);
    return client.receive();
  }

  @Override
  public void close() throws IOException {
    tap.close();
    client.close();
    broker.close();
    server.close();
  }
}
