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
      detail = "Both need a value; what it says is the solution's.")
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
          "With its own key and bytes, and headers for the reason, topic, partition and offset. "
              + "The broker's answer to a dead letter is held back, and another one is refused: no commit may pass the record then.")
  default void deadLetter(Stage stage) {
    new DeadLetterJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_METRICS,
      task = Task.CHALLENGES,
      runs = {Part.CONSUMER, Part.DEAD_LETTERS},
      points = 5,
      title = "the counts agree with what was handled, and malformed records are counted apart",
      detail =
          "Judged against the handler's calls that returned; malformed records come in between.")
  default void metrics(Stage stage) {
    new MetricsJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.BONUS_BATCH,
      task = Task.CHALLENGES,
      runs = Part.CONSUMER,
      points = 5,
      title = "there are fewer commits than events, and a kill still loses nothing",
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
      title = "the settings of a config file reach the clients without compiling anew",
      detail =
          "The file has client.id, seen on the wire, max.poll.records, seen in the size of each poll, and settings that programs often have themselves: the file wins.")
  default void configFile(Stage stage) {
    new ConfigFileJudge(stage).judge();
  }
}
