package dev.kafkalab.grader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.proof.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The sources are checked in every build but that of the launcher. */
class ErrorProneTest {

  private static final String CHECKS = "/project/profiles/profile[id='error-prone']";

  @ParameterizedTest
  @ValueSource(strings = {"lab-api", "grader/child", "grader"})
  void errorPronesChecksAreOnUnlessABuildIsToBeQuick(String module) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Platform.REPOSITORY.resolve(module).resolve("pom.xml").toFile());

    assertThat(read(pom, CHECKS + "/activation/property/name")).isEqualTo("!quick");
    assertThat(read(pom, CHECKS + "//arg[last()]"))
        .isEqualTo("-Xplugin:ErrorProne ${error-prone.checks}");
    assertThat(read(pom, CHECKS + "//path[2]/artifactId")).isEqualTo("nullaway");
  }

  @Test
  void onlyTheLauncherBuildsQuickly() throws IOException {
    assertThat(Platform.REPOSITORY.resolve("lab")).content().contains("-Dquick ");
    for (String folder : List.of(".mvn", ".ci", ".github")) {
      try (Stream<Path> files = Files.walk(Platform.REPOSITORY.resolve(folder))) {
        assertThat(files.filter(Files::isRegularFile))
            .allSatisfy(file -> assertThat(file).content().doesNotContain("-Dquick"));
      }
    }
  }

  private static String read(Document pom, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }
}
