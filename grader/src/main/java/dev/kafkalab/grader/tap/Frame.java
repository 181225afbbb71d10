package dev.kafkalab.grader.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** One request or response without its length, which the wire has before it. */
final class Frame {

  private final byte[] payload;
  private final int weight;

  /** Makes a frame that took this much of the tap's memory when it was read. */
  Frame(byte[] payload, int weight) {
    this.payload = payload;
    this.weight = weight;
  }

  byte[] payload() {
    return payload;
  }

  int weight() {
    return weight;
  }

  /** Returns a frame that says this instead; it gives back the memory of the one it replaces. */
  Frame with(byte[] otherPayload) {
    return new Frame(otherPayload, weight);
  }

  /** Writes the length and the payload; on return both are on their way. */
  void writeTo(OutputStream out) throws IOException {
    out.write(ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array());
    out.write(payload);
    out.flush();
  }
}
