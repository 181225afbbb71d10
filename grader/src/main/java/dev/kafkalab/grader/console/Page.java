package dev.kafkalab.grader.console;

import dev.kafkalab.grader.look.Asset;
import dev.kafkalab.grader.look.Look;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that the page is made of. They are part of the program, and read once. */
final class Page {

  private static final String SCRIPT = "text/javascript";
  private static final String STYLE = "text/css";

  private static final List<String> MODULES =
      List.of(
          "console.js",
          "dom.js",
          "groups.js",
          "json.js",
          "keys.js",
          "lanes.js",
          "messages.js",
          "publish.js",
          "pulse.js",
          "topics.js");

  private final Map<String, Answer> files = new TreeMap<>();

  Page() {
    Answer page = file("text/html", "index.html");
    files.put("/", page);
    files.put("/index.html", page);
    files.put("/icon.svg", file("image/svg+xml", "icon.svg"));
    files.put("/look.css", Answer.text(STYLE, Look.styleSheet()));
    files.put("/console.css", file(STYLE, "console.css"));
    for (String module : MODULES) {
      files.put("/" + module, file(SCRIPT, module));
    }
  }

  /** Returns a file; if there is none of this name, a page that says so. */
  Answer get(String path) {
    return files.getOrDefault(path, Api.notFound());
  }

  private static Answer file(String type, String name) {
    return Answer.text(type, Asset.text(Page.class, name));
  }
}
