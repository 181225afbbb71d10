package dev.kafkalab.grader.broker;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.Closeable;
import java.io.IOException;

/** Waits for a container's end, on a connection that stays open until this is closed. */
final class EndWatch extends ResultCallbackTemplate<EndWatch, WaitResponse> {

  private final Runnable told;
  private volatile boolean over;

  EndWatch(Runnable told) {
    this.told = told;
  }

  /** A connection that stands only after this was closed is of no use any more. */
  @Override
  public void onStart(Closeable connection) {
    super.onStart(connection);
    if (over) {
      close();
    }
  }

  @Override
  public void onNext(WaitResponse end) {
    if (!over) {
      told.run();
    }
  }

  /** Tells nobody any more. */
  @Override
  public void close() {
    over = true;
    try {
      super.close();
    } catch (IOException e) {
      return; // the connection is of no use any more, closed or not
    }
  }
}
