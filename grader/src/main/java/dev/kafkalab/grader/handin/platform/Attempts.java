package dev.kafkalab.grader.handin.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the latest of several attempts of each student. */
final class Attempts {

  private record Attempt(Identity who, List<Piece> pieces) {}

  private final Map<String, TreeMap<String, Attempt>> byLabel = new TreeMap<>();

  /**
   * Adds a file or folder to an attempt.
   *
   * @param time when it was made, in a form whose order as text is that of time
   */
  void give(String label, String time, Identity who, Piece piece) {
    find(label, time, who).pieces().add(piece);
  }

  /** Adds an attempt that may have no file at all: it counts nevertheless. */
  void open(String label, String time, Identity who) {
    find(label, time, who);
  }

  private Attempt find(String label, String time, Identity who) {
    return byLabel
        .computeIfAbsent(label, unused -> new TreeMap<>())
        .computeIfAbsent(time, unused -> new Attempt(who, new ArrayList<>()));
  }

  List<Arrival> latest() {
    List<Arrival> arrivals = new ArrayList<>();
    byLabel.forEach(
        (label, attempts) -> {
          Map.Entry<String, Attempt> last = attempts.lastEntry();
          arrivals.add(
              new Arrival(
                  label,
                  List.of(last.getValue().who()),
                  last.getValue().pieces(),
                  false,
                  moment(last.getKey()),
                  note(attempts.size(), last.getKey())));
        });
    return arrivals;
  }

  /** The hour of some platforms' file names has no colons. */
  private static String moment(String time) {
    return time.replaceFirst(
            "^(\\d{4}-\\d\\d-\\d\\d)[-T](\\d\\d)[-:](\\d\\d)[-:]?(\\d\\d)?$", "$1T$2:$3:$4")
        .replaceFirst(":$", "");
  }

  private static String note(int attempts, String time) {
    return attempts == 1
        ? ""
        : String.format(Locale.ROOT, "latest of %d attempts, of %s", attempts, time);
  }
}
