package dev.kafkalab.grader.handin.archive;

import java.io.IOException;

/** Carries a refusal through a library that only knows failures of streams. */
final class Overrun extends IOException {

  private static final long serialVersionUID = 1;

  private final transient ArchiveRefusal refusal;

  Overrun(ArchiveRefusal refusal) {
    super(refusal);
    this.refusal = refusal;
  }

  ArchiveRefusal refusal() {
    return refusal;
  }
}
