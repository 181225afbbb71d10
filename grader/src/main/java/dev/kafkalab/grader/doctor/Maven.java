package dev.kafkalab.grader.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for Maven, which builds the grader and runs {@code mvn test}. */
final class Maven {

  private static final String NAME = "Maven";
  private static final int MOST_SECONDS = 20;
  private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)[\\w.-]*");

  private Maven() {}

  static Finding look() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return look(windows ? List.of("cmd", "/c", "mvn", "-version") : List.of("mvn", "-version"));
  }

  static Finding look(List<String> command) {
    try {
      Process mvn = new ProcessBuilder(command).redirectErrorStream(true).start();
      mvn.getOutputStream().close();
      CompletableFuture<Process> unused =
          mvn.onExit()
              .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
              .whenComplete((end, late) -> kill(mvn));
      return of(new String(mvn.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return of("");
    }
  }

  private static void kill(Process mvn) {
    mvn.descendants().forEach(ProcessHandle::destroyForcibly);
    mvn.destroyForcibly();
  }

  static Finding of(String said) {
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      return Finding.limited(
          NAME,
          "not found",
          "'mvn test' does not work, and './lab' cannot build the grader anew. Install Maven 3.8 or"
              + " newer.");
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major > 3 || (major == 3 && minor >= 8)
        ? Finding.fine(NAME, version.group())
        : Finding.limited(NAME, version.group(), "The build needs Maven 3.8 or newer.");
  }
}
