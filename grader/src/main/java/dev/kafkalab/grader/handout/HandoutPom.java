package dev.kafkalab.grader.handout;

/** The root pom of a handout: the repository's own, with the grader as jars instead of modules. */
record HandoutPom(String text) {

  private static final String OWN_VERSION = "<version>${project.version}</version>";

  /** The students' modules are all that is built, and the grader's own tests are not there. */
  private static final String PROPERTIES =
      """
          <own-tests.compile.phase>none</own-tests.compile.phase>
          <own-tests.phase>none</own-tests.phase>
          <error-prone.phase>none</error-prone.phase>
          <spotless.check.skip>true</spotless.check.skip>
          <grader.version>%s</grader.version>
          <!-- student-template/.mvn/maven.config names another one. -->
          <lab.root>${maven.multiModuleProjectDirectory}</lab.root>
      """;

  private static final String REPOSITORY =
      """
        <repositories>
          <repository>
            <id>lab</id>
            <name>The grader, as jars in this folder</name>
            <url>file://${lab.root}/grader/repository</url>
          </repository>
        </repositories>

        <dependencyManagement>
      """;

  /**
   * Makes it of the repository's root pom.
   *
   * @param grader the version of the grader's jars
   */
  static HandoutPom of(String pom, String grader) {
    String text = Texts.replaced(pom, "    <module>grader/child</module>\n", "");
    text = Texts.replaced(text, "    <module>grader</module>\n", "");
    text = Texts.replaced(text, "    <module>launcher</module>\n", "");
    text = withoutProperty(text, "own-tests.compile.phase");
    text = withoutProperty(text, "own-tests.phase");
    text = withoutProperty(text, "error-prone.phase");
    text =
        Texts.replaced(
            text, "\n  <properties>\n", "\n  <properties>\n" + PROPERTIES.formatted(grader));
    text = Texts.replaced(text, "  <dependencyManagement>\n", REPOSITORY);
    text = managed(text, "lab-api", "1.0.0-SNAPSHOT");
    text = managed(text, "grader", "${grader.version}");
    return new HandoutPom(managed(text, "grader-child", "${grader.version}"));
  }

  private static String withoutProperty(String pom, String name) {
    int start = pom.indexOf("    <" + name + ">");
    int end = pom.indexOf('\n', start);
    if (start < 0) {
      throw new IllegalStateException("There is no property " + name);
    }
    return pom.substring(0, start) + pom.substring(end + 1);
  }

  private static String managed(String pom, String artifact, String version) {
    String named = "        <artifactId>" + artifact + "</artifactId>\n        ";
    return Texts.replaced(pom, named + OWN_VERSION, named + "<version>" + version + "</version>");
  }
}
