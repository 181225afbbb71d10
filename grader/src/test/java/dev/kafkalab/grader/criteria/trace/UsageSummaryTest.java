package dev.kafkalab.grader.criteria.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.UsageSummary.Seen;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.KafkaUsage.Call;
import dev.kafkalab.grader.feedback.KafkaUsage.Client;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageSummaryTest {

  private static final String GROUP = "user-events-x1-group";

  @Test
  void runsAreAddedUp() {
    ClientNotes nothing = new ClientNotes(List.of(), List.of());

    KafkaUsage usage =
        UsageSummary.of(
            List.of(new Seen(nothing, GROUP, 3, 1), new Seen(nothing, GROUP, 4, 2)), List.of());

    assertThat(usage.handled()).isEqualTo(7);
    assertThat(usage.commits()).isEqualTo(3);
  }

  @Test
  void whatTheGraderNamedIsLeftOut() {
    assertThat(
            clients(
                made(
                    Map.of(
                        "group.id",
                        GROUP,
                        "client.id",
                        "consumer-" + GROUP + "-1",
                        "group.instance.id",
                        GROUP + "-me",
                        "isolation.level",
                        "read_committed"))))
        .containsExactly(
            new Client(
                "consumer",
                Map.of("group.instance.id", "<group>-me", "isolation.level", "read_committed")));
  }

  @Test
  void groupsOfRunsInTheSameJvmAreLeftOutToo() {
    ClientNotes shared =
        new ClientNotes(
            List.of(made(Map.of("group.id", GROUP)), made(Map.of("group.id", "another-group"))),
            List.of());

    KafkaUsage usage =
        UsageSummary.of(
            List.of(new Seen(shared, GROUP, 0, 0), new Seen(shared, "another-group", 0, 0)),
            List.of());

    assertThat(usage.clients()).containsExactly(new Client("consumer", Map.of()));
  }

  @Test
  void namesOfTheStudentsOwnStay() {
    Map<String, String> own = Map.of("group.id", "mine", "client.id", "tracker");

    assertThat(clients(made(own))).containsExactly(new Client("consumer", own));
  }

  @Test
  void clientsThatWereMadeAlikeAreOne() {
    assertThat(clients(made(Map.of("acks", "1")), made(Map.of("acks", "1")), made(Map.of())))
        .hasSize(2);
  }

  @Test
  void eachLineThatCallsAMethodIsToldOnceInOrder() {
    KafkaUsage usage =
        usage(
            new ClientNotes(
                List.of(),
                List.of(
                    call(Api.POLL, new Location("B.java", 3)),
                    call(Api.POLL, new Location("A.java", 20)),
                    call(Api.POLL, new Location("A.java", 3)),
                    call(Api.POLL, new Location("A.java", 3)),
                    call(Api.CLOSE, null))));

    assertThat(usage.calls())
        .containsExactly(
            new Call("consumer", "close", List.of()),
            new Call(
                "consumer",
                "poll",
                List.of(
                    new Location("A.java", 3),
                    new Location("A.java", 20),
                    new Location("B.java", 3))));
  }

  private static List<Client> clients(ClientMade... made) {
    return usage(new ClientNotes(List.of(made), List.of())).clients();
  }

  private static KafkaUsage usage(ClientNotes notes) {
    return UsageSummary.of(List.of(new Seen(notes, GROUP, 0, 0)), List.of());
  }

  private static ClientMade made(Map<String, String> settings) {
    return new ClientMade(1, 1, ClientKind.CONSUMER, 1, null, settings);
  }

  private static ClientCall call(Api api, @Nullable Location at) {
    return new ClientCall(1, 1, ClientKind.CONSUMER, 1, api, at, new Nothing());
  }
}
