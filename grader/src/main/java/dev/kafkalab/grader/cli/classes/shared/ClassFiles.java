package dev.kafkalab.grader.cli.classes.shared;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.export.ClassTable;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.page.ClassPage;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a run, and writes what is made of all of it. */
public final class ClassFiles {

  private ClassFiles() {}

  /** Reads a run. */
  public static ClassBook read(Path run) throws IOException, RunProblem {
    Set<String> ids =
        LabRubric.criteria().stream().map(CriterionInfo::id).collect(Collectors.toSet());
    return ClassBook.read(run, ids);
  }

  /** Writes the run's table and its page. */
  public static ClassBook write(Path run, CsvForm form) throws IOException, RunProblem {
    ClassBook book = read(run);
    WholeFile.write(run.resolve("class.csv"), ClassTable.of(book, criteria(book), form));
    writePage(book);
    return book;
  }

  /** Writes the run's page. */
  public static void writePage(Path run) throws IOException, RunProblem {
    writePage(read(run));
  }

  private static void writePage(ClassBook book) {
    WholeFile.write(book.folder().resolve("class.html"), ClassPage.of(book, rubric(book)));
  }

  /** Returns the ids of the criteria that a run judges, in the rubric's order. */
  public static List<String> criteria(ClassBook book) {
    return rubric(book).stream().map(CriterionInfo::id).toList();
  }

  /** Returns the criteria that a run judges, in the rubric's order. */
  public static List<CriterionInfo> rubric(ClassBook book) {
    return LabRubric.criteria(Set.copyOf(book.settings().criteria()));
  }
}
