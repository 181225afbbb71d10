package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a grading as the XML that Surefire writes, by its schema surefire-test-report.xsd: one
 * test case per criterion, with the points as properties.
 */
public final class JunitXml {

  private static final String SCHEMA =
      "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final double MILLIS = 1000;

  private final GradedSubmission graded;
  private final XMLStreamWriter out;

  private JunitXml(GradedSubmission graded, XMLStreamWriter out) {
    this.graded = graded;
    this.out = out;
  }

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JunitXml(graded, out).write();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report of plain values is not XML", e);
    }
    return text + "\n";
  }

  private void write() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeCharacters("\n");
    out.writeStartElement("testsuite");
    out.writeNamespace("xsi", XSI);
    out.writeAttribute("xsi", XSI, "noNamespaceSchemaLocation", SCHEMA);
    attribute("version", "3.0.2");
    attribute("name", "Kafka lab: " + graded.submission());
    attribute("time", seconds(graded.duration()));
    attribute("tests", String.valueOf(graded.grade().results().size()));
    attribute("errors", count(OutcomeKind.INFRASTRUCTURE));
    attribute("skipped", count(OutcomeKind.NOT_ATTEMPTED, OutcomeKind.BLOCKED));
    attribute("failures", count(OutcomeKind.FAILED));
    writeProperties();
    for (CriterionResult result : graded.grade().results()) {
      writeCase(result);
    }
    newLine("");
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void writeProperties() throws XMLStreamException {
    newLine("  ");
    out.writeStartElement("properties");
    property("score", graded.grade().score() + "/" + graded.grade().maxScore());
    property("bonus", graded.grade().bonus() + "/" + graded.grade().maxBonus());
    property("finished", String.valueOf(graded.isFinished()));
    property("isolation", graded.isolation());
    property("seed", String.valueOf(graded.seed()));
    for (CriterionResult result : graded.grade().results()) {
      property(
          "points." + result.criterion().id(), result.points() + "/" + result.criterion().points());
    }
    newLine("  ");
    out.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    newLine("    ");
    out.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void writeCase(CriterionResult result) throws XMLStreamException {
    newLine("  ");
    out.writeStartElement("testcase");
    attribute("name", result.criterion().id());
    attribute("classname", "kafkalab.Task" + result.criterion().task().number());
    attribute("time", seconds(result.duration()));
    if (result.kind() != OutcomeKind.PASSED) {
      writeOutcome(result);
      newLine("  ");
    }
    out.writeEndElement();
  }

  private void writeOutcome(CriterionResult result) throws XMLStreamException {
    Feedback feedback = result.feedback() == null ? Feedback.of("", "") : result.feedback();
    newLine("    ");
    out.writeStartElement(
        switch (result.kind()) {
          case FAILED -> "failure";
          case INFRASTRUCTURE -> "error";
          default -> "skipped";
        });
    String blocker = result.blocker();
    attribute("message", blocker == null ? feedback.message() : "blocked by " + blocker);
    if (result.kind() == OutcomeKind.FAILED || result.kind() == OutcomeKind.INFRASTRUCTURE) {
      attribute("type", result.kind().name());
    }
    out.writeCharacters(DeadText.ofXml(String.join("\n", FeedbackText.lines(feedback))));
    out.writeEndElement();
  }

  private String count(OutcomeKind... outcomes) {
    long count =
        graded.grade().results().stream()
            .filter(result -> List.of(outcomes).contains(result.kind()))
            .count();
    return String.valueOf(count);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, DeadText.ofXml(value));
  }

  private void newLine(String indent) throws XMLStreamException {
    out.writeCharacters("\n" + indent);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / MILLIS);
  }
}
