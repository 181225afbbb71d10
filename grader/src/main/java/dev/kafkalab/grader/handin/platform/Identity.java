package dev.kafkalab.grader.handin.platform;

/**
 * What a download says about who handed in; an empty text is what it does not say.
 *
 * @param id the platform's number of the student, or of the participant where names are hidden
 */
public record Identity(String id, String name, String login, String email) {

  static Identity ofName(String id, String name) {
    return new Identity(id, name, "", "");
  }

  static Identity ofLogin(String login) {
    return new Identity("", "", login, "");
  }
}
