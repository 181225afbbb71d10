package dev.kafkalab.grader.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DaemonTest {

  @Test
  void workIsDoneOnADaemonThreadOfThatName() throws Exception {
    CompletableFuture<Thread> worker = new CompletableFuture<>();

    Thread started = Daemon.start("a-worker", () -> worker.complete(Thread.currentThread()));

    assertThat(worker.get(10, TimeUnit.SECONDS)).isSameAs(started);
    assertThat(started.isDaemon()).isTrue();
    assertThat(started.getName()).isEqualTo("a-worker");
  }
}
