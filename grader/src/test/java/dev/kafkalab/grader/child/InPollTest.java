package dev.kafkalab.grader.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InPollTest {

  private final InPoll inPoll = new InPoll();

  @Test
  void whoeverEntersIsHeldUntilItIsDone() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Boolean> polling =
        CompletableFuture.supplyAsync(
            () -> {
              while (done.getCount() > 0) {
                inPoll.entered();
              }
              return true;
            });
    boolean[] wasHeld = new boolean[1];

    inPoll.perform(
        () -> {
          wasHeld[0] = !polling.isDone();
          done.countDown();
        });

    assertThat(wasHeld[0]).isTrue();
    assertThat(polling.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itIsDoneAlsoWhereNobodyPolls() {
    boolean[] isDone = new boolean[1];

    inPoll.perform(() -> isDone[0] = true);

    assertThat(isDone[0]).isTrue();
  }

  @Test
  void nobodyIsHeldWhereNothingIsToBeDoneOrItFailed() throws Exception {
    inPoll.entered();
    CompletableFuture<Void> polling = CompletableFuture.runAsync(inPoll::entered);

    assertThatThrownBy(
            () ->
                inPoll.perform(
                    () -> {
                      throw new IllegalStateException("theirs");
                    }))
        .hasMessage("theirs");

    polling.get(30, TimeUnit.SECONDS);
  }
}
