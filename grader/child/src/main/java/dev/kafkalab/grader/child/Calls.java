package dev.kafkalab.grader.child;

import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.grader.thread.Daemon;
import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.Accepted;
import dev.kafkalab.grader.wire.Reply.Located;
import dev.kafkalab.grader.wire.Reply.Returned;
import dev.kafkalab.grader.wire.Reply.Thrown;
import dev.kafkalab.grader.wire.ToChild;
import dev.kafkalab.grader.wire.ToChild.Answer;
import dev.kafkalab.grader.wire.ToChild.Close;
import dev.kafkalab.grader.wire.ToChild.CreateTopic;
import dev.kafkalab.grader.wire.ToChild.FeedActivity;
import dev.kafkalab.grader.wire.ToChild.Locate;
import dev.kafkalab.grader.wire.ToChild.Open;
import dev.kafkalab.grader.wire.ToChild.PartRequest;
import dev.kafkalab.grader.wire.ToChild.ReadMetrics;
import dev.kafkalab.grader.wire.ToChild.Run;
import dev.kafkalab.grader.wire.ToChild.Send;
import dev.kafkalab.grader.wire.ToChild.Stop;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call that the grader asks for on a thread of its own and replies with how it ended.
 */
final class Calls {

  private final GraderPipe pipe;
  private final Questions questions = new Questions();
  private final Parts parts;
  private final Map<Long, Thread> running = new ConcurrentHashMap<>();

  Calls(GraderPipe pipe) {
    this.pipe = pipe;
    this.parts = new Parts(pipe, questions);
  }

  /** Loads what every call will need, while nobody waits for it. */
  void warmUp() {
    Daemon.start("warm-up", WarmUp::loadClients);
  }

  void take(ToChild message) {
    if (message instanceof Answer answer) {
      questions.take(answer);
    } else if (message instanceof Locate request) {
      pipe.send(locate(request));
    } else if (message instanceof PartRequest request) {
      Daemon.start("lab-" + request.kind() + "-" + request.id(), () -> perform(request));
    }
  }

  /** Tells where a call that has not returned stands. */
  private Reply locate(Locate request) {
    Thread thread = running.get(request.call());
    StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    return new Located(
        request.id(),
        thread == null ? 0 : busyMillis(thread),
        Frames.innermostCallOfStudent(stack),
        Frames.lineOfStudent(stack));
  }

  /** Returns the processor time that a thread has used. */
  static long busyMillis(Thread thread) {
    long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    return Math.max(0, nanos) / 1_000_000;
  }

  private void perform(PartRequest request) {
    running.put(request.id(), Thread.currentThread());
    Reply reply;
    try {
      reply = replyTo(request);
    } catch (InvocationTargetException e) {
      reply = thrown(request.id(), e.getCause() == null ? e : e.getCause());
    } catch (
        Throwable e) { // Errors are theirs too: each is an answer, none may end this JVM's service
      reply = thrown(request.id(), e);
    } finally {
      running.remove(request.id());
    }
    pipe.send(reply);
  }

  private Reply replyTo(PartRequest request) throws ReflectiveOperationException {
    long id = request.id();
    String part = request.part();
    if (request instanceof Send send) {
      return send(send);
    }
    if (request instanceof ReadMetrics) {
      return Accounts.read(parts.consumer(part).metrics(), id);
    }
    if (request instanceof FeedActivity feed) {
      return Accounts.feed(parts.activity(part), feed);
    }
    if (request instanceof Open open) {
      parts.open(open);
    } else if (request instanceof CreateTopic) {
      parts.topicSetup(part).createTopic();
    } else if (request instanceof Close) {
      parts.producer(part).close();
    } else if (request instanceof Run) {
      parts.consumer(part).run();
    } else if (request instanceof Stop stop) {
      stop(stop);
    }
    return new Returned(id);
  }

  private void stop(Stop request) throws ReflectiveOperationException {
    UserEventConsumer consumer = parts.consumer(request.part());
    if (request.inPoll()) {
      Recorder.IN_POLL.perform(consumer::stop);
    } else {
      consumer.stop();
    }
  }

  private Reply send(Send request) {
    List<Boolean> accepted = new ArrayList<>();
    request
        .events()
        .forEach(each -> accepted.add(parts.producer(request.part()).send(each.event())));
    return new Accepted(request.id(), accepted);
  }

  /** What Kafka's clients wrap says more than what they wrap it in. */
  private static @Nullable String message(Throwable failure) {
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    return cause != null && failure.getClass().getName().startsWith("org.apache.kafka.")
        ? message + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")"
        : message;
  }

  static Thrown thrown(long call, Throwable failure) {
    return new Thrown(
        call,
        failure.getClass().getName(),
        message(failure),
        failure instanceof NotAttempted,
        Frames.lineOfStudent(failure));
  }
}
