package dev.kafkalab.grader.checklist;

import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.submission.SourceSearch;
import dev.kafkalab.grader.submission.Submission;
import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.submission.answers.AnswersFile;
import dev.kafkalab.grader.submission.answers.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks whether a submission has everything that the lab asks for. */
public final class Checklist {

  private static final List<String> SOURCES =
      List.of(
          "KafkaTopicSetup",
          "KafkaUserEventProducer",
          "KafkaUserEventConsumer",
          "UserEventJson",
          "UserActivityTracker",
          "ProducerApp",
          "ConsumerApp");

  private Checklist() {}

  /**
   * Returns each deliverable in the order of the lab; a folder that cannot be read has none.
   * Nothing is judged here, and links are not followed.
   */
  public static List<Deliverable> of(Path folder) {
    List<Deliverable> things = new ArrayList<>(sources(folder));
    things.add(answers(AnswersFile.read(folder)));
    things.add(Screenshots.of(folder));
    return things;
  }

  private static List<Deliverable> sources(Path folder) {
    List<String> found = javaFiles(folder);
    return SOURCES.stream()
        .map(
            name ->
                found.stream()
                    .filter(file -> ("/" + file).endsWith("/" + name + ".java"))
                    .findFirst()
                    .map(file -> new Deliverable(name + ".java", true, file))
                    .orElseGet(
                        () -> new Deliverable(name + ".java", false, "no file with this name")))
        .toList();
  }

  private static List<String> javaFiles(Path folder) {
    try {
      Submission submission = Submission.in(folder);
      return SourceSearch.through(submission).files().stream().map(submission::shown).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Deliverable answers(Answers answers) {
    if (!answers.fileFound()) {
      return new Deliverable(
          AnswersFile.NAME, false, "no such file at the top level of the submission");
    }
    int questions = Question.values().length;
    return new Deliverable(
        AnswersFile.NAME,
        answers.isGiven(),
        String.format(Locale.ROOT, "%d of %d questions answered", answers.given(), questions));
  }
}
