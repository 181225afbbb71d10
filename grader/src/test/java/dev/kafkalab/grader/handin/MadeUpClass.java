package dev.kafkalab.grader.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.grader.handin.platform.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A class that does not exist, and what each of its students handed in, in the shape of any
 * platform. The kinds of work are handed in one after the other.
 */
public final class MadeUpClass {

  private final List<MadeUpStudent> students;
  private final List<MadeUpWork> kinds;

  /** Makes a class of so many students who hand in these kinds of work. */
  public MadeUpClass(int students, MadeUpWork... kinds) {
    this.students = MadeUpStudent.some(students);
    this.kinds = List.of(kinds);
  }

  public List<MadeUpStudent> students() {
    return students;
  }

  public MadeUpWork workOf(MadeUpStudent student) {
    return kinds.get(students.indexOf(student) % kinds.size());
  }

  /** Writes a roster with two more students, who handed in nothing. */
  public Path writeRoster(Path file) throws IOException {
    StringBuilder csv = new StringBuilder("id,name,email,login,group\n");
    for (MadeUpStudent each : MadeUpStudent.some(students.size() + 2)) {
      csv.append(
          "%d,\"%s, %s\",%s,%s,A%n"
              .formatted(each.id(), each.last(), each.first(), each.email(), each.login()));
    }
    return Files.writeString(file, csv);
  }

  /** Writes the download of a platform into a folder. */
  public Path write(Shape shape, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : download(shape).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  /** Returns the files of a platform's download by their paths. */
  public Map<String, byte[]> download(Shape shape) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (MadeUpStudent student : students) {
      Map<String, byte[]> files = workOf(student).files();
      boolean isFlat =
          shape == Shape.CANVAS || shape == Shape.BLACKBOARD || shape == Shape.MOODLE_FLAT;
      if (isFlat && files.keySet().stream().anyMatch(path -> path.contains("/"))) {
        files = Map.of("all of it.zip", ArchiveFiles.zip(files));
      }
      files.forEach((path, bytes) -> all.put(prefix(shape, student) + path, bytes));
      if (shape == Shape.CLONES) {
        all.put(prefix(shape, student) + ".git/HEAD", "ref: refs/heads/main\n".getBytes(UTF_8));
      }
      if (shape == Shape.BLACKBOARD) {
        all.put(
            "Kafka Lab_%s_attempt_2026-11-20-10-00-00.txt".formatted(student.login()),
            "Name: %s (%s)\nAssignment: Kafka Lab\n"
                .formatted(student.name(), student.login())
                .getBytes(UTF_8));
      }
    }
    if (shape == Shape.GRADESCOPE) {
      all.put("assignment_1_export/submission_metadata.yml", metadata());
    }
    if (shape == Shape.BRIGHTSPACE) {
      all.put("index.html", "<html></html>".getBytes(UTF_8));
    }
    return all;
  }

  private String prefix(Shape shape, MadeUpStudent student) {
    int id = student.id();
    return switch (shape) {
      case ONE, FOLDERS -> student.decomposed() + "/";
      case CLONES -> "kafka-lab-" + student.login() + "/";
      case MOODLE -> "%s_%d_assignsubmission_file/".formatted(student.name(), id);
      case MOODLE_FLAT -> "%s_%d_assignsubmission_file_".formatted(student.name(), id);
      case CANVAS ->
          "%s%s_%d_%d_".formatted(student.sortable(), id % 5 == 0 ? "_LATE" : "", id, id + 900_000);
      case BLACKBOARD -> "Kafka Lab_%s_attempt_2026-11-20-10-00-00_".formatted(student.login());
      case BRIGHTSPACE -> "%d-1 - %s - Nov 20, 2026 1015 PM/".formatted(id, student.name());
      case ILIAS -> "%s_%s_%s_%d/".formatted(student.last(), student.first(), student.login(), id);
      case GRADESCOPE -> "assignment_1_export/submission_%d/".formatted(id + 1_000_000);
    };
  }

  private byte[] metadata() {
    StringBuilder yaml = new StringBuilder("---\n");
    for (MadeUpStudent each : students) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "submission_%d:\n  :submitters:\n  - :name: \"%s\"\n    :sid: '%d'\n    :email: %s\n  :created_at: 2026-11-20 10:00:00.000000000 Z\n  :score: 0.0\n",
              each.id() + 1_000_000,
              each.name(),
              each.id(),
              each.email()));
    }
    return yaml.toString().getBytes(UTF_8);
  }
}
