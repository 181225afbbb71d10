package dev.kafkalab.grader.tap;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into frames: a length of four bytes, then as many bytes. */
final class FrameReader {

  /**
   * The longest frame that is relayed. A broker's {@code fetch.max.bytes} is 55 MiB and a client's
   * {@code max.request.size} 1 MiB unless somebody changes them.
   */
  static final int LONGEST = 64 << 20;

  /** What a frame takes beside its bytes: without it, empty ones could be held without end. */
  private static final int OVERHEAD = 64;

  /** What all frames that are held in one direction of a tap may take: room for the longest. */
  static final int BUDGET = LONGEST + OVERHEAD;

  private final DataInputStream in;
  private final FrameQueue queue;

  FrameReader(InputStream in, FrameQueue queue) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    this.queue = queue;
  }

  /**
   * Waits for the next frame and for the memory that it takes.
   *
   * @throws EOFException if the stream ends, also in the middle of a frame
   * @throws IOException if the length is negative or over {@link #LONGEST}: that is not Kafka
   */
  Frame next() throws IOException, InterruptedException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("expected a frame of 0 to " + LONGEST + " bytes but got " + length);
    }
    int weight = length + OVERHEAD;
    queue.reserve(weight);
    boolean complete = false;
    try {
      byte[] payload = in.readNBytes(length);
      if (payload.length < length) {
        throw new EOFException();
      }
      complete = true;
      return new Frame(payload, weight);
    } finally {
      if (!complete) {
        queue.release(weight);
      }
    }
  }
}
