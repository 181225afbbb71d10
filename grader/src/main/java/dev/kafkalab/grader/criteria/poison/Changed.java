package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.evidence.Sighting;
import dev.kafkalab.grader.studentvm.HandlerCall;
import java.util.List;
import java.util.Optional;

/**
 * An unusual event that did not reach the handler as it was published. Whether usual ones do is
 * what another criterion judges.
 *
 * @param kind what is unusual about it
 * @param differences each as half a sentence
 */
record Changed(Poison kind, PublishedEvent event, List<String> differences) {

  /** Finds the first one in these calls of the handler. */
  static Optional<Changed> first(
      EventLedger published, List<Poison> kinds, List<HandlerCall> calls) {
    return published.sightings(calls).stream()
        .flatMap(sighting -> of(sighting, kinds).stream())
        .filter(changed -> !changed.differences.isEmpty())
        .findFirst();
  }

  private static Optional<Changed> of(Sighting sighting, List<Poison> kinds) {
    PublishedEvent source = sighting.source();
    UserEvent got = sighting.call().event();
    if (source == null || got == null) {
      return Optional.empty();
    }
    return kinds.stream()
        .filter(kind -> kind.holds(source.event()))
        .findFirst()
        .map(kind -> new Changed(kind, source, LabJson.differences(source.event(), got)));
  }
}
