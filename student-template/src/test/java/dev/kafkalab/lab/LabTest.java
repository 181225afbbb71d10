package dev.kafkalab.lab;

import dev.kafkalab.grader.engine.LabRubric;

/**
 * Grades your solution: one test for each criterion, in the order of the lab's tasks.
 *
 * <p>Grey means not attempted yet; red says what to do next. Run all of it, one task, or one
 * criterion.
 */
class LabTest extends LabRubric {}
