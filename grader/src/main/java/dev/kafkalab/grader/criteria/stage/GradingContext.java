package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.evidence.GraderClients;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.submission.answers.Answers;
import java.util.function.Supplier;

/**
 * What a grading has ready for its criteria.
 *
 * @param bootstrapServers the broker's address, which the student's code never sees
 * @param isOurs whether nobody else uses that broker
 * @param endsWithGrading whether nobody meets again what is left in that broker
 * @param clients the grader's own clients
 * @param jvms gives a fresh JVM with the submission's classes each time
 * @param jvmSettings what such a JVM is made of, for programs that need a process of their own
 * @param answers what the student wrote into ANSWERS.md
 * @param patience how long to wait
 * @param seed what everything random is drawn from
 * @param waits is told what each criterion waits for
 * @param runName tells this grading's topics and groups from those of others on the same broker
 */
public record GradingContext(
    String bootstrapServers,
    boolean isOurs,
    boolean endsWithGrading,
    GraderClients clients,
    Supplier<StudentJvm> jvms,
    StudentJvmSettings jvmSettings,
    Answers answers,
    Patience patience,
    long seed,
    Waits waits,
    String runName) {}
