package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Who is to get a result: a student, or a group with one submission. An empty text is what is not
 * known.
 *
 * @param id a name that is unique in the class, and can be a file's
 * @param name what to call them
 * @param group the roster's group
 * @param label what the download calls the submission, such as its folder
 * @param people whose it is: by the roster where it names them, else by the download
 * @param late whether the download marks it as late
 * @param handedIn when it was handed in (ISO 8601, with an offset), if the download says so
 * @param question what somebody has to decide about whose it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Student(
    String id,
    String name,
    String group,
    String label,
    List<Who> people,
    boolean late,
    String handedIn,
    String question) {

  /** Copies the people, so that a student never changes. */
  public Student {
    people = List.copyOf(people);
  }

  /**
   * One person.
   *
   * @param ids every id that the roster or the download has
   * @param due when it is due for this person, as the roster writes it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Who(List<String> ids, String name, String email, String login, String due) {

    /** Copies the ids, so that a person never changes. */
    public Who {
      ids = List.copyOf(ids);
    }
  }
}
