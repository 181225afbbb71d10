package dev.kafkalab.grader.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplaceableTest {

  private final AtomicInteger started = new AtomicInteger();
  private final List<Integer> abandoned = new CopyOnWriteArrayList<>();
  private final Replaceable<Integer> kafka =
      new Replaceable<>("Kafka", started::incrementAndGet, abandoned::add, 2);

  @Test
  void itIsStartedOnceForEverybody() {
    kafka.start();

    assertThat(kafka.await()).isEqualTo(1);
    assertThat(kafka.await()).isEqualTo(1);
    assertThat(kafka.finished()).contains(1);
    assertThat(kafka.replacements()).isZero();
  }

  @Test
  void whatKeptItFromStartingIsToldToWhoeverWaits() {
    Replaceable<Integer> broken =
        new Replaceable<>(
            "Kafka",
            () -> {
              throw new IllegalStateException("no port is free");
            },
            abandoned::add,
            2);
    broken.start();

    assertThatThrownBy(broken::await).hasMessage("no port is free");
    assertThat(broken.finished()).isEmpty();
    assertThat(broken.isCurrent(1)).isFalse();
  }

  @Test
  void whatIsRefusedIsNeverStarted() {
    kafka.refuse(new IllegalStateException("there is nothing to run"));

    assertThatThrownBy(kafka::await).hasMessage("there is nothing to run");
    assertThat(started).hasValue(0);
  }

  @Test
  void oneThatDiedIsReplacedOnceForAllWhoSawIt() {
    kafka.start();
    int dead = kafka.await();

    kafka.replace(dead);
    kafka.replace(dead);

    assertThat(kafka.await()).isEqualTo(2);
    assertThat(abandoned).containsExactly(1);
    assertThat(kafka.isCurrent(dead)).isFalse();
    assertThat(kafka.isCurrent(2)).isTrue();
    assertThat(kafka.replacements()).isOne();
  }

  @Test
  void oneThatDiesAgainAndAgainIsGivenUp() {
    kafka.start();
    kafka.replace(kafka.await());
    kafka.replace(kafka.await());
    kafka.replace(kafka.await());

    assertThatThrownBy(kafka::await).hasMessage("Kafka stopped responding too often");
    assertThat(abandoned).containsExactly(1, 2, 3);
    assertThat(started).hasValue(3);
  }

  @Test
  void whatIsStoppedIsNotReplaced() {
    kafka.start();
    int current = kafka.await();

    kafka.stop();
    kafka.replace(current);

    assertThat(kafka.await()).isEqualTo(current);
    assertThat(abandoned).isEmpty();
  }

  @Test
  void whatIsStillBeingStartedIsNotThereYet() {
    CountDownLatch go = new CountDownLatch(1);
    Replaceable<Integer> slow =
        new Replaceable<>(
            "Kafka",
            () -> {
              try {
                go.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return 1;
            },
            abandoned::add,
            2);
    slow.start();

    assertThat(slow.ifStarted()).isEmpty();
    go.countDown();
    assertThat(slow.finished()).contains(1);
    assertThat(slow.ifStarted()).contains(1);
  }
}
