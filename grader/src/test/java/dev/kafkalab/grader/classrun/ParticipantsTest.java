package dev.kafkalab.grader.classrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.Owner;
import dev.kafkalab.grader.handin.mend.Reading;
import dev.kafkalab.grader.handin.platform.Arrival;
import dev.kafkalab.grader.handin.platform.Identity;
import dev.kafkalab.grader.handin.platform.Shape;
import dev.kafkalab.grader.handin.roster.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

  private static Person person(String id, String submitted) {
    return new Person(id, Set.of(id), "Anna " + id, "", "", "A", "", submitted, "");
  }

  private static Participant of(String handedIn, Person... people) {
    Arrival arrival =
        new Arrival(
            "folder", List.of(new Identity("7", "", "", "")), List.of(), false, handedIn, "");
    Reading refused = new Reading.Refused(List.of(Feedback.of("No.", "Again.")), List.of());
    Handin handin = new Handin(arrival, new Owner(List.of(people), ""), refused);
    return Participants.of(new HandedIn(Shape.MOODLE, List.of(handin), List.of(), List.of()))
        .get(0);
  }

  @Test
  void theTimeOfTheDownloadComesBeforeTheRosters() {
    assertThat(of("2026-11-01T10:00", person("7", "2026-11-02T10:00")).student().handedIn())
        .isEqualTo("2026-11-01T10:00");
  }

  @Test
  void ofAGroupTheLastWhoHandedInCounts() {
    Participant group = of("", person("7", "2026-11-02T10:00"), person("8", "2026-11-03T10:00"));

    assertThat(group.student().handedIn()).isEqualTo("2026-11-03T10:00");
    assertThat(group.id()).isEqualTo("folder");
    assertThat(of("", person("7", "")).student().handedIn()).isEmpty();
    assertThat(of("").student().handedIn()).isEmpty();

    Participant zones =
        of("", person("7", "2026-11-02T09:30-05:00"), person("8", "2026-11-02T10:00+01:00"));
    assertThat(zones.student().handedIn()).isEqualTo("2026-11-02T09:30-05:00");
  }
}
