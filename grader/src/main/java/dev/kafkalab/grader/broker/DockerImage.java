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
 * An image that must be on this machine before a container can start.
 *
 * <p>Testcontainers would pull it too, but waits for minutes if no registry responds.
 *
 * @param name with its tag, such as {@code apache/kafka:4.4.0}
 */
record DockerImage(String name) {

  /** A registry that works reports progress all the time. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /**
   * Pulls the image if it is missing, for as long as there is progress.
   *
   * @throws BrokerStartFailed with Docker's own message if it is not available
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
        "The image %s is not on this machine and could not be pulled: %s".formatted(name, why),
        cause);
  }

  /** Listens to a registry. */
  private static final class Pull extends PullImageResultCallback {

    private final AtomicLong heard = new AtomicLong(System.nanoTime());
    private volatile boolean over;

    /** Docker may respond only after the wait has ended. */
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
        return; // the connection is no longer needed, closed or not
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
                  Locale.ROOT, "the registry did not respond for %d s", SILENCE.toSeconds()));
        }
      }
    }
  }
}
