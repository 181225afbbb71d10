package dev.kafkalab.grader.broker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An image that has to be on this machine before a container of it can start.
 *
 * <p>Testcontainers would pull it too, but waits for minutes where no registry answers.
 *
 * @param name with its tag, such as {@code apache/kafka:4.4.0}
 */
record DockerImage(String name) {

  /** A registry that is there says something all the time. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /**
   * Pulls the image where it is not here yet, for as long as that goes on.
   *
   * @throws BrokerStartFailed with Docker's own words where it cannot be had
   */
  void makeAvailable(DockerClient docker) {
    try {
      docker.inspectImageCmd(name).exec();
    } catch (NotFoundException e) {
      pull(docker);
    }
  }

  private void pull(DockerClient docker) {
    try (Pull pull = new Pull()) {
      docker.pullImageCmd(name).exec(pull);
      pull.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cannotBePulled("interrupted", e);
    } catch (RuntimeException e) {
      throw cannotBePulled(DockerWords.of(e), e);
    }
  }

  private BrokerStartFailed cannotBePulled(String why, Exception cause) {
    return new BrokerStartFailed(
        "The image %s is not on this machine and cannot be pulled: %s".formatted(name, why), cause);
  }

  /** Listens to a registry. */
  private static final class Pull extends PullImageResultCallback {

    private final AtomicLong heard = new AtomicLong(System.nanoTime());
    private volatile boolean over;

    /** Docker may begin to answer only when nobody waits any more. */
    @Override
    public void onStart(Closeable connection) {
      super.onStart(connection);
      if (over) {
        close();
      }
    }

    @Override
    public void close() {
      over = true;
      try {
        super.close();
      } catch (IOException e) {
        return; // the connection is of no use any more, closed or not
      }
    }

    @Override
    public void onNext(PullResponseItem item) {
      heard.set(System.nanoTime());
      super.onNext(item);
    }

    void await() throws InterruptedException {
      while (!awaitCompletion(1, TimeUnit.SECONDS)) {
        if (System.nanoTime() - heard.get() > SILENCE.toNanos()) {
          throw new IllegalStateException(
              String.format(
                  Locale.ROOT, "the registry said nothing for %d s", SILENCE.toSeconds()));
        }
      }
    }
  }
}
