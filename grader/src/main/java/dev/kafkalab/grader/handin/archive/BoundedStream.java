package dev.kafkalab.grader.handin.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a stream that is longer than it may be, also where a library skips or collects its bytes.
 */
final class BoundedStream extends FilterInputStream {

  /** Names and attributes of one entry: the library keeps them in memory before it shows them. */
  private static final long HEADER_BYTES = 1 << 20;

  private final Unpacking unpacking;
  private long bytes;
  private long end;

  BoundedStream(InputStream in, Unpacking unpacking) {
    super(in);
    this.unpacking = unpacking;
    this.end = Long.MAX_VALUE;
  }

  /** Says that an entry's header follows. */
  void beginHeader() {
    end = bytes + HEADER_BYTES;
  }

  /** Says that an entry's content follows, which is counted anyway. */
  void beginContent() {
    end = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  @Override
  public long skip(long length) throws IOException {
    long count = in.skip(length);
    count(count);
    return count;
  }

  private void count(long more) throws IOException {
    bytes += more;
    if (bytes > end) {
      throw new IOException("an entry's header is longer than " + HEADER_BYTES + " bytes");
    }
    unpacking.countStreamed(bytes);
  }
}
