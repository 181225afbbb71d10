package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.tap.note.HeartbeatNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NotebookTest {

  private final Notebook notebook = new Notebook();

  @Test
  void aFloodOfNotesIsBoundedAndWhatWasDroppedIsCounted() {
    LeaveNote note = new LeaveNote(1, "client", "group", "m".repeat(200));
    int fitting = Notebook.CAPACITY / note.toString().length();
    for (int i = 0; i < fitting + 5; i++) {
      notebook.add(note);
    }
    assertThat(notebook.notes()).hasSize(fitting);
    assertThat(notebook.dropped()).isEqualTo(5);
  }

  @Test
  void aFloodOfHeartbeatsLeavesOneNote() {
    for (int i = 0; i < 1000; i++) {
      notebook.addHeartbeat(new HeartbeatNote(i, "client", "group", "member"));
    }
    notebook.addHeartbeat(new HeartbeatNote(0, "client", "group", "other"));
    assertThat(notebook.notes()).hasSize(2);
    assertThat(notebook.heartbeats()).isEqualTo(1001);
  }

  @Test
  void onlyALowerOffsetOfTheSamePartitionIsARewind() {
    TopicPartition one = new TopicPartition("events", 1);
    TopicPartition other = new TopicPartition("events", 2);
    for (long offset : new long[] {7, 9, 9, 3, 9, 3}) {
      notebook.addPosition(one, offset);
    }
    notebook.addPosition(other, 1);
    assertThat(notebook.rewinds()).isEqualTo(2);
    assertThat(notebook.positions().of(one, -1)).isEqualTo(3);
  }
}
