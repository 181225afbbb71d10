package dev.kafkalab.grader.handin.roster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a roster's column is about, by the headers of the platforms' own exports. */
enum Column {
  ID(
      "id",
      "identifier",
      "sid",
      "sis user id",
      "student id",
      "id number",
      "orgdefinedid",
      "integration id",
      "matrikelnummer",
      "id-nummer"),
  NAME("name", "student", "full name", "student name", "vollständiger name"),
  FIRST("first name", "firstname", "given name", "vorname"),
  LAST("last name", "lastname", "surname", "family name", "nachname"),
  EMAIL("email", "email address", "e-mail", "mail", "e-mail-adresse"),
  LOGIN(
      "login",
      "username",
      "user name",
      "sis login id",
      "github",
      "github username",
      "github_username",
      "anmeldename"),
  GROUP("group", "section", "sections", "section_name", "gruppe"),
  DUE("due"),
  SUBMITTED(
      "submitted", "submission time", "last modified (submission)", "zuletzt geändert (abgabe)"),
  NOTE("note", "notes");

  @SuppressWarnings("ImmutableEnumChecker") // List.of() makes one that never changes
  private final List<String> headers;

  Column(String... headers) {
    this.headers = List.of(headers);
  }

  /** Returns what a column with this header is about; empty if nobody needs it. */
  static Optional<Column> of(String header) {
    String plain = header.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(column -> column.headers.contains(plain)).findFirst();
  }

  /** Returns whether a student can be found by it. */
  boolean identifies() {
    return this == ID || this == NAME || this == LAST || this == EMAIL || this == LOGIN;
  }
}
