package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.studentvm.HandlerCall;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Balances what was published against what was handled. */
public final class EventLedger {

  private record Identity(String userId, Instant timestamp) {

    static Identity of(UserEvent event) {
      return new Identity(event.userId(), event.timestamp());
    }
  }

  private final @Nullable EventLedger whole;
  private final Map<Identity, PublishedEvent> published = new LinkedHashMap<>();

  /** Begins an empty ledger. */
  public EventLedger() {
    this(null);
  }

  private EventLedger(@Nullable EventLedger whole) {
    this.whole = whole;
  }

  /**
   * Begins a ledger of some of these events; what is added there is added here, too.
   *
   * <p>A call about another event of the whole is about none of the part, however alike the two
   * are: in thousands of gradings some events have the same user, type and data.
   */
  public EventLedger part() {
    return new EventLedger(this);
  }

  /** Returns a ledger of these of its events. */
  public EventLedger part(Collection<PublishedEvent> events) {
    EventLedger part = part();
    part.add(events);
    return part;
  }

  /** Adds events that were published; each must be handled. */
  public void add(Collection<PublishedEvent> events) {
    if (whole != null) {
      whole.add(events);
    }
    events.forEach(event -> published.put(Identity.of(event.event()), event));
  }

  /** Returns what was published. */
  public List<PublishedEvent> published() {
    return List.copyOf(published.values());
  }

  /** Finds what each call is about. */
  public List<Sighting> sightings(List<HandlerCall> calls) {
    return calls.stream().map(call -> new Sighting(call, sourceOf(call.event()))).toList();
  }

  /** Returns what these calls were about, each event once, in the order of the calls. */
  public List<PublishedEvent> sources(List<HandlerCall> calls) {
    return sightings(calls).stream()
        .flatMap(sighting -> Optional.ofNullable(sighting.source()).stream())
        .distinct()
        .toList();
  }

  /** Returns what no call was about. */
  public List<PublishedEvent> missing(List<HandlerCall> calls) {
    Map<PublishedEvent, Integer> counts = counts(calls);
    return published.values().stream().filter(event -> !counts.containsKey(event)).toList();
  }

  /** Returns what more than one call was about. */
  public List<PublishedEvent> repeated(List<HandlerCall> calls) {
    Map<PublishedEvent, Integer> counts = counts(calls);
    return published.values().stream().filter(event -> counts.getOrDefault(event, 0) > 1).toList();
  }

  /** Returns the first event that was handled before one of its partition that is older. */
  public Optional<PublishedEvent> firstOutOfOrder(List<HandlerCall> calls) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    Set<PublishedEvent> seen = new HashSet<>();
    for (Sighting sighting : sightings(calls)) {
      PublishedEvent source = sighting.source();
      if (source == null || !seen.add(source)) {
        continue;
      }
      if (reached.getOrDefault(source.partition(), -1L) > source.offset()) {
        return Optional.of(source);
      }
      reached.put(source.partition(), source.offset());
    }
    return Optional.empty();
  }

  private Map<PublishedEvent, Integer> counts(List<HandlerCall> calls) {
    Map<PublishedEvent, Integer> counts = new HashMap<>();
    for (Sighting sighting : sightings(calls)) {
      if (sighting.source() != null) {
        counts.merge(sighting.source(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * An event is told by its user and time, give or take a millisecond; one whose time was mangled
   * still by all the rest.
   */
  private @Nullable PublishedEvent sourceOf(@Nullable UserEvent event) {
    if (event == null) {
      return null;
    }
    PublishedEvent exact = published.get(Identity.of(event));
    if (exact == null && whole != null) {
      PublishedEvent source = whole.sourceOf(event);
      return source == null ? null : published.get(Identity.of(source.event()));
    }
    return exact != null ? exact : nearby(event).orElseGet(() -> likeness(event));
  }

  private Optional<PublishedEvent> nearby(UserEvent event) {
    return published.values().stream()
        .filter(candidate -> candidate.event().userId().equals(event.userId()))
        .filter(candidate -> LabJson.isSameTime(candidate.event().timestamp(), event.timestamp()))
        .findFirst();
  }

  private @Nullable PublishedEvent likeness(UserEvent event) {
    List<PublishedEvent> alike =
        published.values().stream().filter(candidate -> isLike(candidate.event(), event)).toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }

  private static boolean isLike(UserEvent published, UserEvent event) {
    return !published.data().isEmpty()
        && published.userId().equals(event.userId()) // most are told apart by it, and at once
        && LabJson.differences(
                published,
                new UserEvent(
                    event.userId(), event.eventType(), published.timestamp(), event.data()))
            .isEmpty();
  }
}
