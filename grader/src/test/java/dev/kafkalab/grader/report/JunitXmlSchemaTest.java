package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Holds the JUnit XML to Surefire's own schema, a copy of the file in its sources. */
class JunitXmlSchemaTest {

  private static Validator validator;

  @BeforeAll
  static void readTheSchema() throws SAXException {
    validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(JunitXmlSchemaTest.class.getResource("/schema/surefire-test-report.xsd"))
            .newValidator();
  }

  static List<GradedSubmission> gradings() {
    return MixedGrade.all();
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void eachReportKeepsToIt(GradedSubmission graded) {
    String xml = ReportFormat.JUNIT.write(graded, new Surroundings(Map.of(), ""));

    assertThatCode(() -> validate(xml)).as(xml).doesNotThrowAnyException();
  }

  @Test
  void whatIsNoReportDoesNot() {
    assertThatThrownBy(() -> validate("<testsuite name=\"no counts\"/>"))
        .isInstanceOf(SAXException.class)
        .hasMessageContaining("tests");
  }

  private static void validate(String xml) throws IOException, SAXException {
    validator.validate(new StreamSource(new StringReader(xml)));
  }
}
