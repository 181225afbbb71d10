package dev.kafkalab.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.proof.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class HandoutPomTest {

  private static final String MANAGED =
      "/project/dependencyManagement//dependency[artifactId='%s']/version";

  @Test
  void onlyTheStudentsModulesAreBuilt() throws Exception {
    Document pom = pom();

    assertThat(read(pom, "count(/project/modules/module)")).isEqualTo("1");
    assertThat(read(pom, "/project/modules/module")).isEqualTo("lab-api");
    assertThat(read(pom, "/project/profiles/profile[id='student-template']//module"))
        .isEqualTo("student-template");
  }

  @Test
  void theGraderComesFromTheHandoutItself() throws Exception {
    Document pom = pom();

    assertThat(read(pom, MANAGED.formatted("grader"))).isEqualTo("${grader.version}");
    assertThat(read(pom, MANAGED.formatted("grader-child"))).isEqualTo("${grader.version}");
    assertThat(read(pom, MANAGED.formatted("lab-api"))).isEqualTo("1.0.0-SNAPSHOT");
    assertThat(read(pom, "/project/properties/grader.version")).isEqualTo("1.0.0-abc");
    assertThat(read(pom, "/project/repositories/repository/url"))
        .isEqualTo("file://${lab.root}/grader/repository");
  }

  private static Document pom() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)));
  }

  private static String text() throws IOException {
    return HandoutPom.of(Files.readString(Platform.REPOSITORY.resolve("pom.xml")), "1.0.0-abc")
        .text();
  }

  private static String read(Document pom, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, pom);
  }
}
