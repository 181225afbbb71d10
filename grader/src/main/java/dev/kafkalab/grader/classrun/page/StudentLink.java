package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.Student;
import dev.kafkalab.grader.report.html.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names a student, with a link to the student's own page. */
final class StudentLink {

  private StudentLink() {}

  /** Adds the name of somebody who was graded. */
  static void write(Student who, Html html) {
    html.add("<a href=\"%s\"><bdi>%s</bdi></a>", address(who.id()), who.name());
  }

  /** Adds the name of somebody who has no page. */
  static void writeWithout(Student who, Html html) {
    html.add("<bdi>%s</bdi>", who.name());
  }

  /** A name in a form is written almost like one in an address: only its blanks are not. */
  static String address(String id) {
    return "feedback/"
        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
        + ".html";
  }
}
