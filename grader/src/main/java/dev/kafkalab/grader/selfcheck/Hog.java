package dev.kafkalab.grader.selfcheck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;

/** A process that uses as much of the machine as it can get, until its parent has ended. */
final class Hog {

  /** What it uses up. */
  enum Resource {
    BUSY,
    GARBAGE,
    DISK
  }

  private static final int BLOCK = 1 << 20;
  private static final int BLOCKS = 64;
  private static final int PAUSE = 1 << 16;

  /** Keeps the compiler from noticing that the garbage is not needed. */
  private static final AtomicReference<byte[]> KEPT = new AtomicReference<>(new byte[0]);

  private Hog() {}

  public static void main(String[] args) throws IOException {
    Resource kind = Resource.valueOf(args[0]);
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    Path file = Files.createTempFile("kafka-lab-hog", ".tmp");
    file.toFile().deleteOnExit();
    try (FileChannel disk =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
      while (parent.isAlive()) {
        work(kind, disk);
      }
    }
  }

  private static void work(Resource kind, FileChannel disk) throws IOException {
    switch (kind) {
      case BUSY -> {
        for (int i = 0; i < PAUSE; i++) {
          Thread.onSpinWait();
        }
      }
      case GARBAGE -> KEPT.set(new byte[BLOCK]);
      case DISK -> {
        for (int block = 0; block < BLOCKS; block++) {
          disk.write(ByteBuffer.allocate(BLOCK), (long) block * BLOCK);
        }
        disk.force(true);
      }
    }
  }
}
