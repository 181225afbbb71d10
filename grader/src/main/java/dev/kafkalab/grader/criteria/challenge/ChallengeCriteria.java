package dev.kafkalab.grader.criteria.challenge;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;

/** The challenges: their points come on top. Who has not begun with one has not failed it. */
public interface ChallengeCriteria {

  @Criterion(
      id = CriterionId.BONUS_HEADERS,
      task = Task.CHALLENGES,
      runs = Part.PRODUCER,
      points = 5,
      title = "each record has the headers source and version",
      detail = "Both need a value of your choice.")
  default void headers(Stage stage) {
    new HeadersJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_DEAD_LETTER,
      task = Task.CHALLENGES,
      runs = {Part.CONSUMER, Part.DEAD_LETTERS},
      points = 5,
      title = "a malformed record goes to the dead-letter topic before its offset is committed",
      detail =
          "The dead letter has the record's key and bytes, and headers for the reason, topic, partition and offset. "
              + "The broker's response to one dead letter is delayed, and another one is rejected: in both cases no commit may pass the record.")
  default void deadLetter(Stage stage) {
    new DeadLetterJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_METRICS,
      task = Task.CHALLENGES,
      runs = {Part.CONSUMER, Part.DEAD_LETTERS},
      points = 5,
      title = "the counts match what was handled, and malformed records are counted separately",
      detail = "Compared with the handler calls that returned; malformed records come in between.")
  default void metrics(Stage stage) {
    new MetricsJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_BATCH,
      task = Task.CHALLENGES,
      runs = Part.CONSUMER,
      points = 5,
      title = "there are fewer commits than events, but a kill still loses nothing",
      detail =
          "80 events wait in one partition while commits are counted. "
              + "Then the consumer is killed inside the handler, in the middle of a batch.")
  default void batch(Stage stage) {
    new BatchJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_CONFIG_FILE,
      task = Task.CHALLENGES,
      runs = {Part.PRODUCER, Part.CONSUMER},
      points = 5,
      title = "the settings of a config file reach the clients without recompiling",
      detail =
          "The file sets client.id (checked on the wire), max.poll.records (checked by the size of each poll), and settings that programs often set themselves: the file wins.")
  default void configFile(Stage stage) {
    new ConfigFileJudge(stage).judge();
  }
}
