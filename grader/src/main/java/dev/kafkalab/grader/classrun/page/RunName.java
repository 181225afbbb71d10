package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import java.nio.file.Path;

/** Names a run by its folder. */
final class RunName {

  private RunName() {}

  static String of(ClassBook book) {
    Path name = book.folder().toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }
}
