package dev.kafkalab.grader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.proof.Platform;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** {@code mvn verify} checks the sources, and who only grades does not wait for it. */
class ErrorProneTest {

  private static final String CHECKS = "//execution[id='error-prone']";

  @ParameterizedTest
  @ValueSource(strings = {"lab-api", "launcher", "grader/child", "grader"})
  void errorPronesChecksComeWithTheGradersOwnTests(String module) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Platform.REPOSITORY.resolve(module).resolve("pom.xml").toFile());

    assertThat(read(pom, CHECKS + "/phase")).isEqualTo("${error-prone.phase}");
    assertThat(read(pom, CHECKS + "/goals/goal")).isEqualTo("compile");
    assertThat(read(pom, CHECKS + "//arg[last()]"))
        .isEqualTo("-Xplugin:ErrorProne ${error-prone.checks}");
    assertThat(read(pom, CHECKS + "//path[2]/artifactId")).isEqualTo("nullaway");
  }

  private static String read(Document pom, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }
}
