package dev.kafkalab.grader.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final AtomicReference<Double> slowness = new AtomicReference<>(1.0);
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger atWork = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Turns turns = new Turns(slowness::get, told::incrementAndGet);

  @Test
  void areForAllOnAMachineThatHasTime() {
    start(5);

    awaitAtWork(5);
    assertThat(told).hasValue(0);
    end.countDown();
  }

  @Test
  void areTwoOnABusyMachine() {
    slowness.set(Turns.BUSY);
    start(5);

    awaitAtWork(2);
    awaitSomebodyWaits();
    assertThat(atWork).hasValue(2);
    end.countDown();
  }

  @Test
  void areOneOnAVeryBusyMachineAndComeToAll() {
    slowness.set(Turns.VERY_BUSY);
    CompletableFuture<Void> all = start(5);

    awaitAtWork(1);
    awaitSomebodyWaits();
    assertThat(atWork).hasValue(1);
    end.countDown();
    all.join();
  }

  @Test
  void growWhereTheMachineHasTimeAgain() {
    slowness.set(Turns.VERY_BUSY);
    start(3);
    awaitSomebodyWaits();
    slowness.set(1.0);

    awaitAtWork(3);
    end.countDown();
  }

  private CompletableFuture<Void> start(int count) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      all[i] = one;
      new Thread(() -> one.complete(turns.inTurn(this::work))).start();
    }
    return CompletableFuture.allOf(all);
  }

  private Void work() {
    atWork.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void awaitAtWork(int count) {
    Awaitility.await("at work").atMost(Duration.ofSeconds(20)).until(() -> atWork.get() == count);
  }

  private void awaitSomebodyWaits() {
    Awaitility.await("told").atMost(Duration.ofSeconds(20)).until(() -> told.get() > 0);
  }
}
