package dev.kafkalab.grader.submission.compiler;

import java.nio.file.Path;

/**
 * One Java file of a submission.
 *
 * @param name its path below the submission's folder, with slashes, as the student sees it
 * @param copy the grader's copy, which is what was compiled
 */
public record SourceFile(String name, Path copy) {}
