package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.criteria.trace.Traces.CLOSE;
import static dev.kafkalab.grader.criteria.trace.Traces.MADE;
import static dev.kafkalab.grader.criteria.trace.Traces.NONE;
import static dev.kafkalab.grader.criteria.trace.Traces.SEND;
import static dev.kafkalab.grader.criteria.trace.Traces.call;
import static dev.kafkalab.grader.criteria.trace.Traces.close;
import static dev.kafkalab.grader.criteria.trace.Traces.send;
import static dev.kafkalab.grader.criteria.trace.Traces.trace;
import static dev.kafkalab.grader.feedback.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerTraceTest {

  private static final Location OTHER = new Location("Other.java", 7);

  @Test
  void theLinesOfAProducerAreFound() {
    ProducerTrace trace = trace(send(null, true), send(null, false), close());

    assertThat(trace.made()).isEqualTo(MADE);
    assertThat(trace.send()).isEqualTo(SEND);
    assertThat(trace.sendWithoutKey()).isEqualTo(SEND);
    assertThat(trace.close()).isEqualTo(CLOSE);
  }

  @Test
  void whatNobodyRecordedHasNoLineAndNoFacts() {
    assertThat(NONE.made()).isNull();
    assertThat(NONE.send()).isNull();
    assertThat(NONE.close()).isNull();
    assertThat(NONE.choosesPartition()).isNull();
    assertThat(NONE.calls()).isEmpty();
    assertThat(NONE.settings("acks")).isEmpty();
    assertThat(NONE.isIdempotent()).isFalse();
  }

  @Test
  void theSendWithoutAKeyIsNotTheOneWithAKey() {
    ProducerTrace trace =
        trace(send(null, true), call(Api.SEND, OTHER, new Send("events", null, false)));

    assertThat(trace.send()).isEqualTo(SEND);
    assertThat(trace.sendWithoutKey()).isEqualTo(OTHER);
  }

  @Test
  void theSendToATopicIsFoundByItsName() {
    ProducerTrace trace =
        trace(send(null, true), call(Api.SEND, OTHER, new Send("letters", null, true)));

    assertThat(trace.sendTo("letters")).isEqualTo(OTHER);
    assertThat(trace.sendTo("nothing")).isNull();
  }

  @Test
  void aPartitionIsChosenByTheSendThatNamesItOrElseByTheProducer() {
    assertThat(trace(send(2, true)).choosesPartition()).isEqualTo(SEND);
    assertThat(trace(send(2, true)).chosenPartition()).contains(2);
    assertThat(trace(send(null, true)).choosesPartition()).isEqualTo(MADE);
    assertThat(trace(send(null, true)).chosenPartition()).isEmpty();
  }

  @Test
  void aFlushStandsForACloseThatIsNotThere() {
    assertThat(trace(call(Api.FLUSH, OTHER, new Nothing())).close()).isEqualTo(OTHER);
    assertThat(trace(call(Api.FLUSH, OTHER, new Nothing()), close()).close()).isEqualTo(CLOSE);
  }

  @Test
  void callsAreCountedAlsoThoseThatWereNotMade() {
    assertThat(trace(send(null, true), send(null, true)).calls())
        .containsExactly(fact("calls of KafkaProducer", "2 x send, no flush, no close"));
    assertThat(trace(close()).calls())
        .containsExactly(fact("calls of KafkaProducer", "no send, no flush, 1 x close"));
    assertThat(trace(send(null, true)).wasGiven(1)).isTrue();
    assertThat(trace(send(null, true)).wasGiven(2)).isFalse();
  }

  @Test
  void settingsReadAsAStudentWritesThem() {
    ProducerTrace trace = trace(Map.of("acks", "-1", "enable.idempotence", "true"));

    assertThat(trace.settings("acks", "retries", "enable.idempotence"))
        .containsExactly(fact("acks", "all"), fact("enable.idempotence", "true"));
    assertThat(trace.isIdempotent()).isTrue();
    assertThat(trace(Map.of("enable.idempotence", "false")).isIdempotent()).isFalse();
  }

  @Test
  void ofTwoProducersTheOneThatSendsIsMeant() {
    ClientMade unused = new ClientMade(1, 10, ClientKind.PRODUCER, 4, OTHER, Map.of("acks", "0"));
    ClientMade sender = new ClientMade(2, 20, ClientKind.PRODUCER, 5, MADE, Map.of("acks", "1"));
    ProducerTrace trace =
        new ProducerTrace(new ClientNotes(List.of(unused, sender), List.of(send(null, true))));

    assertThat(trace.made()).isEqualTo(MADE);
    assertThat(trace.setting("acks")).contains("1");
  }

  @Test
  void aConsumersCallsAreNotAProducers() {
    ClientCall closing =
        new ClientCall(2, 20, ClientKind.CONSUMER, 9, Api.CLOSE, OTHER, new Nothing());

    assertThat(trace(closing).close()).isNull();
  }
}
