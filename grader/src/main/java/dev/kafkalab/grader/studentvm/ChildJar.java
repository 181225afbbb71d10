package dev.kafkalab.grader.studentvm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Packs what stands beside the student's code, so that nothing else of the grader is there. */
final class ChildJar {

  private static final String FOLDER = "dev/kafkalab/grader/studentvm/child/";

  private static final List<String> CLASSES =
      List.of(
          "Accounts",
          "AppMain",
          "ArchiveMain",
          "AskingHandler",
          "Caller",
          "Calls",
          "ChildMain",
          "EventJson",
          "EventRefused",
          "Frames",
          "KafkaBeans",
          "NoteWriter",
          "Parts",
          "QuickHeartbeat",
          "Recorder",
          "Pipes",
          "TellingListener",
          "WarmUp",
          "Wire");

  private ChildJar() {}

  /** Returns the jar's bytes. */
  static byte[] bytes() {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : CLASSES) {
      String path = FOLDER + name + ".class";
      classes.put(path, ClassJar.read(path));
    }
    return ClassJar.of(classes);
  }
}
