package dev.kafkalab.grader.handin;

import dev.kafkalab.grader.handin.platform.Shape;
import java.io.IOException;

/** Is told how the reading of a class goes, from several threads. */
public interface IntakeListener {

  /** Says what the source is, before any submission is read. */
  void recognized(Shape shape, int submissions);

  /** Says that one more was read. */
  void read(Handin handin) throws IOException;
}
