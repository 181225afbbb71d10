package dev.kafkalab.grader.cli.file;

import com.sun.management.OperatingSystemMXBean;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what writing every form of report, after each criterion and at the end, takes of one
 * grading of the reference. {@code bench/reports.sh} runs it; it judges nothing.
 */
class WritingBench {

  private static final double MILLION = 1_000_000;
  private static final double PERCENT = 100;

  @TempDir private Path folder;
  private final AtomicLong cpu = new AtomicLong();
  private final AtomicLong wall = new AtomicLong();

  @Test
  @SuppressWarnings("SystemOut") // the figures are all that it is for
  void figures() {
    List<ReportFiles.Target> targets =
        Arrays.stream(ReportFormat.values())
            .map(format -> new ReportFiles.Target(format, folder.resolve(format.name()).toString()))
            .toList();
    ReportFiles files = new ReportFiles(targets, "");
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpuBefore = machine.getProcessCpuTime();
    GradedSubmission graded =
        Grader.grade(
            new GradingRequest(
                Path.of("..", "reference-solution"),
                Set.of(),
                BrokerChoice.EMBEDDED,
                7,
                Pace.ALONE),
            (result, soFar) -> measure(() -> files.write(soFar)));
    measure(() -> files.finish(graded, new PrintWriter(PrintWriter.nullWriter())));
    double all = (machine.getProcessCpuTime() - cpuBefore) / MILLION;
    System.out.printf(
        Locale.ROOT,
        "%d forms, %d criteria, %d of %d points%n"
            + "processor: %.0f of the grader's %.0f ms, %.1f %% (the student's JVMs not counted)%n"
            + "wall: %.0f of %d ms, %.1f %%, if nothing else had gone on meanwhile%n",
        targets.size(),
        graded.grade().results().size(),
        graded.grade().score(),
        graded.grade().maxScore(),
        cpu.get() / MILLION,
        all,
        cpu.get() / MILLION / all * PERCENT,
        wall.get() / MILLION,
        graded.duration().toMillis(),
        wall.get() / MILLION / graded.duration().toMillis() * PERCENT);
  }

  private void measure(Runnable writing) {
    long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long wallBefore = System.nanoTime();
    writing.run();
    cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore);
    wall.addAndGet(System.nanoTime() - wallBefore);
  }
}
