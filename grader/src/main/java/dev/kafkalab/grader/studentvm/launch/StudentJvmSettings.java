package dev.kafkalab.grader.studentvm.launch;

import dev.kafkalab.grader.isolation.Confinement;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells what a student's JVM is made of.
 *
 * @param classPath the libraries and the grader's child side, then the submission's classes
 * @param confinement makes the cell that it runs in
 * @param place where it believes to be
 * @param debug whether it waits for a debugger before it does anything
 */
public record StudentJvmSettings(
    List<Path> classPath, Confinement confinement, Place place, boolean debug) {

  /** Copies the class path, so that settings never change. */
  public StudentJvmSettings {
    classPath = List.copyOf(classPath);
  }
}
