package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Docker's program on this machine. */
final class Docker {

  private static final int SECONDS = 30;

  /** Each container gets its files from the machine: nothing has to be downloaded. */
  private static final String EMPTY_IMAGE = "kafkalab/empty:1";

  /** The end of a tar archive: two blocks of zeros. */
  private static final byte[] EMPTY_ARCHIVE = new byte[1_024];

  private static final String LABEL = "kafkalab.grader=" + ProcessHandle.current().pid();

  /** Removes what is left when the grader has ended, however it has: then its input ends. */
  private static final String UNDERTAKER =
      "trap '' INT TERM HUP; cat > /dev/null; left=$(\"$1\" ps --all --quiet --filter \"label=$2\");"
          + " if [ -n \"$left\" ]; then \"$1\" rm --force $left; fi";

  private static boolean hasUndertaker;

  private final String program;
  private final boolean limitsSwap;

  private Docker(String program, boolean limitsSwap) {
    this.program = program;
    this.limitsSwap = limitsSwap;
  }

  /**
   * Finds it, and makes an image without any file if there is none.
   *
   * @throws IsolationUnavailable where it is not there or does not answer
   */
  static Docker find() {
    String program = Programs.find("docker").orElseThrow(IsolationUnavailable::noDocker);
    String limitsSwap = said(List.of(program, "info", "--format", "{{.SwapLimit}}"), new byte[0]);
    Docker docker = new Docker(program, limitsSwap.equals("true"));
    String images = said(List.of(program, "images", "--quiet", EMPTY_IMAGE), new byte[0]);
    if (images.isEmpty()) {
      String unused = said(List.of(program, "import", "-", EMPTY_IMAGE), EMPTY_ARCHIVE);
    }
    startUndertaker(program);
    return docker;
  }

  private static synchronized void startUndertaker(String program) {
    if (hasUndertaker) {
      return;
    }
    try {
      Process unused =
          new ProcessBuilder("sh", "-c", UNDERTAKER, "sh", program, LABEL)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      hasUndertaker = true;
    } catch (IOException e) {
      throw IsolationUnavailable.doesNotWork(Isolation.CONTAINER, String.valueOf(e.getMessage()));
    }
  }

  /** Returns the beginning of a command that runs a container, and removes it at its end. */
  List<String> run(String name) {
    return List.of(
        program,
        "run",
        "--rm",
        "--pull",
        "never",
        "--log-driver",
        "none",
        "--name",
        name,
        "--label",
        LABEL);
  }

  String image() {
    return EMPTY_IMAGE;
  }

  /** Returns whether it can bound a container's swap space. */
  boolean limitsSwap() {
    return limitsSwap;
  }

  /** Removes a container, whether it runs or not; returns when it is gone. */
  void remove(String name) {
    try {
      Process process =
          new ProcessBuilder(program, "rm", "--force", name)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("A container could not be removed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String said(List<String> command, byte[] input) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw unavailable("Docker does not answer");
      }
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw unavailable(said);
      }
      return said;
    } catch (IOException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private static IsolationUnavailable unavailable(String why) {
    return IsolationUnavailable.doesNotWork(Isolation.CONTAINER, why);
  }
}
