package dev.kafkalab.grader.studentvm.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * Tells what a student's JVM is made of.
 *
 * @param classPath the libraries and the grader's child side, then the submission's classes
 * @param folder where its working folders go
 * @param place where it believes to be
 * @param debug whether it waits for a debugger before it does anything
 */
public record StudentJvmSettings(List<Path> classPath, Path folder, Place place, boolean debug) {

  /** Copies the class path, so that settings never change. */
  public StudentJvmSettings {
    classPath = List.copyOf(classPath);
  }
}
