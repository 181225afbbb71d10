package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws frames of all kinds and cuts their bytes anywhere: whatever they are, they arrive as they
 * were sent.
 *
 * <p>Each case is named by its seed, and each run draws some that no run before has had.
 */
class TapPropertiesTest {

  private static final int ALWAYS = 30;
  private static final int NEW = 20;
  private static final int MOST_FRAMES = 12;
  private static final int LONGEST_BODY = 3_000;
  private static final int LONGEST_PIECE = 400;

  private final TapRig rig = new TapRig();

  TapPropertiesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  static LongStream seeds() {
    Random fresh = new Random();
    return LongStream.concat(
        LongStream.range(0, ALWAYS), LongStream.generate(fresh::nextLong).limit(NEW));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void requestsAreForwardedByteForByte(long seed) throws IOException {
    Frames frames = new Frames(new Random(seed));
    List<byte[]> sent = frames.requests();
    for (byte[] piece : frames.cut(sent)) {
      rig.client.sendRaw(piece);
    }
    for (byte[] frame : sent) {
      assertThat(rig.broker.receive()).isEqualTo(frame);
    }
    assertThat(rig.broker.hasInput()).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void answersThatAreNoneAreForwardedByteForByte(long seed) throws IOException {
    Frames frames = new Frames(new Random(seed));
    for (byte[] request : frames.requests()) {
      assertThat(rig.ask(request)).isEqualTo(request);
    }
    List<byte[]> sent = frames.garbage();
    for (byte[] piece : frames.cut(sent)) {
      rig.broker.sendRaw(piece);
    }
    for (byte[] frame : sent) {
      assertThat(rig.client.receive()).isEqualTo(frame);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aConnectionThatIsCutAnywhereDeliversWhatWasWholeAndNothingElse(long seed)
      throws IOException {
    Random random = new Random(seed);
    Frames frames = new Frames(random);
    List<byte[]> sent = frames.requests();
    byte[] all = Frames.joined(sent);
    int end = random.nextInt(all.length + 1);
    rig.client.sendRaw(Arrays.copyOf(all, end));
    rig.client.close();
    int reached = 0;
    for (byte[] frame : sent) {
      reached += Integer.BYTES + frame.length;
      if (reached > end) {
        break;
      }
      assertThat(rig.broker.receive()).isEqualTo(frame);
    }
    assertThat(rig.broker.isClosedByPeer()).isTrue();
  }

  /** Draws frames, and where to cut what they are on the wire. */
  private record Frames(Random random) {

    List<byte[]> requests() {
      List<byte[]> frames = new ArrayList<>();
      int count = 1 + random.nextInt(MOST_FRAMES);
      for (int i = 0; i < count; i++) {
        frames.add(request(i));
      }
      return frames;
    }

    List<byte[]> garbage() {
      List<byte[]> frames = new ArrayList<>();
      int count = 1 + random.nextInt(MOST_FRAMES);
      for (int i = 0; i < count; i++) {
        frames.add(bytes());
      }
      return frames;
    }

    /**
     * A right head and any body, a head of nobody's, a head that is cut short, or nothing at all.
     */
    private byte[] request(int correlationId) {
      ApiKeys[] keys = ApiKeys.values();
      byte[] body = bytes();
      ByteBuffer head = ByteBuffer.allocate(Long.BYTES);
      boolean known = random.nextInt(4) > 0;
      head.putShort(known ? keys[random.nextInt(keys.length)].id : (short) random.nextInt());
      head.putShort((short) (known ? random.nextInt(20) : random.nextInt()));
      head.putInt(correlationId);
      byte[] frame = Arrays.copyOf(head.array(), head.capacity() + body.length);
      System.arraycopy(body, 0, frame, head.capacity(), body.length);
      return random.nextInt(8) > 0 ? frame : Arrays.copyOf(frame, random.nextInt(frame.length + 1));
    }

    private byte[] bytes() {
      byte[] bytes =
          new byte[random.nextInt(3) > 0 ? random.nextInt(40) : random.nextInt(LONGEST_BODY)];
      random.nextBytes(bytes);
      return bytes;
    }

    List<byte[]> cut(List<byte[]> frames) throws IOException {
      byte[] all = joined(frames);
      List<byte[]> pieces = new ArrayList<>();
      int longest = 1 + random.nextInt(LONGEST_PIECE);
      for (int from = 0; from < all.length; ) {
        int to = Math.min(all.length, from + 1 + random.nextInt(longest));
        pieces.add(Arrays.copyOfRange(all, from, to));
        from = to;
      }
      return pieces;
    }

    static byte[] joined(List<byte[]> frames) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] frame : frames) {
        all.write(FramedSocket.framed(frame));
      }
      return all.toByteArray();
    }
  }
}
