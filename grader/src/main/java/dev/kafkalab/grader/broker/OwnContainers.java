package dev.kafkalab.grader.broker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;

/** The containers of this JVM, which labels name. */
final class OwnContainers {

  static final OwnContainers OF_THIS_JVM =
      new OwnContainers(() -> DockerClientFactory.instance().client(), Bounded.OF_THIS_JVM);

  private static final String OWNER = "dev.kafkalab.grader.owner";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Supplier<DockerClient> docker;
  private final Bounded calls;
  private final String owner = hostName() + "/" + ProcessHandle.current().pid();

  /** Whoever may be creating one. */
  private final Set<Object> creators = ConcurrentHashMap.newKeySet();

  private volatile boolean any;
  private volatile boolean ending;

  /**
   * Knows of no container yet.
   *
   * @param calls what is given up as soon as all containers are to end
   */
  OwnContainers(Supplier<DockerClient> docker, Bounded calls) {
    this.docker = docker;
    this.calls = calls;
  }

  /** Returns what says of a container whose it is. */
  Map<String, String> label() {
    return Map.of(OWNER, owner);
  }

  /**
   * Begins to create one: until {@link #endCreating} says otherwise it may be there any moment.
   *
   * @throws BrokerStartFailed where all are to end
   */
  void beginCreating(Object creator) {
    any = true;
    creators.add(creator);
    if (ending) {
      endCreating(creator);
    }
  }

  /**
   * Says that it is there.
   *
   * @throws BrokerStartFailed where all are to end: it must not be started
   */
  void endCreating(Object creator) {
    stopCreating(creator);
    if (ending) {
      throw BrokerStartFailed.becauseOfTheEnd();
    }
  }

  /** Says that it is there, or never will be. */
  void stopCreating(Object creator) {
    creators.remove(creator);
  }

  /**
   * Ends all within this time, or as many as Docker ends until then; no other one is started.
   *
   * <p>One that is just being created is waited for: else it would be there after all were gone.
   */
  void endAll(Duration bound) {
    ending = true;
    calls.giveUp();
    if (!any) {
      return; // to ask Docker takes a second
    }
    try {
      new Bounded().call("remove-containers", bound, this::removeAll);
    } catch (TimeoutException | ExecutionException e) {
      return; // Docker does not answer, or not well: the next grader's start removes them
    }
  }

  private boolean removeAll() {
    Awaitility.await("end of all containers")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .forever()
        .until(this::noneIsLeft);
    return true;
  }

  /** Testcontainers' label is also on those that it starts for itself, to look around. */
  private boolean noneIsLeft() {
    boolean noneToCome = creators.isEmpty();
    List<Container> own =
        labelled(
            DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL
                + "="
                + DockerClientFactory.SESSION_ID);
    own.forEach(this::remove);
    return own.isEmpty() && noneToCome;
  }

  /** Removes what a grader left that was killed with {@code kill -9}. */
  void removeOrphans() {
    labelled(OWNER).stream()
        .filter(each -> isOrphan(String.valueOf(each.getLabels().get(OWNER))))
        .forEach(this::remove);
  }

  private List<Container> labelled(String label) {
    return docker
        .get()
        .listContainersCmd()
        .withLabelFilter(List.of(label))
        .withShowAll(true)
        .exec();
  }

  /** With the volumes that Kafka's image has: nobody would find them again. */
  private void remove(Container container) {
    try {
      docker
          .get()
          .removeContainerCmd(container.getId())
          .withForce(true)
          .withRemoveVolumes(true)
          .exec();
    } catch (DockerException e) {
      return; // it is gone, or in between: whoever needs to know looks again
    }
  }

  /** Only this machine's own processes can be known to be dead. */
  private static boolean isOrphan(String owner) {
    String pid = owner.substring(owner.lastIndexOf('/') + 1);
    return owner.startsWith(hostName() + "/")
        && pid.matches("\\d{1,10}")
        && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
