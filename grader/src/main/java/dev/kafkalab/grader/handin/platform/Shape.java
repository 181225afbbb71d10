package dev.kafkalab.grader.handin.platform;

/** How the submissions of a class are laid out. */
public enum Shape {
  ONE("one submission"),
  FOLDERS("a folder for each student"),
  CLONES("a git clone for each login"),
  MOODLE("a Moodle download, in folders"),
  MOODLE_FLAT("a Moodle download, not in folders"),
  CANVAS("a Canvas download"),
  BLACKBOARD("a Blackboard download"),
  BRIGHTSPACE("a Brightspace download"),
  ILIAS("an ILIAS download"),
  GRADESCOPE("a Gradescope export");

  private final String phrase;

  Shape(String phrase) {
    this.phrase = phrase;
  }

  /** Returns what it is, in a few words. */
  public String phrase() {
    return phrase;
  }
}
