package dev.kafkalab.grader.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnFaultsTest {

  private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

  @AfterEach
  void watchAsBefore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void aThreadThatFindsNoMemoryIsNoticed() throws InterruptedException {
    OwnFaults.watch();
    long count = OwnFaults.count();

    Thread thread =
        new Thread(
            () -> {
              throw new OutOfMemoryError("made up");
            });
    thread.start();
    thread.join();

    assertThat(OwnFaults.count()).isEqualTo(count + 1);
    assertThat(OwnFaults.last()).isEqualTo("java.lang.OutOfMemoryError: made up");
  }

  @Test
  void aThreadThatComesToItsEndIsNone() throws InterruptedException {
    OwnFaults.watch();
    long count = OwnFaults.count();

    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();

    assertThat(OwnFaults.count()).isEqualTo(count);
  }
}
