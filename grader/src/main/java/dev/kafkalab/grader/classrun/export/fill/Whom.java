package dev.kafkalab.grader.classrun.export.fill;

import java.util.List;

/**
 * What a row of a sheet says about whose it is.
 *
 * @param name empty where the sheet has no names
 * @param number the platform's own number of the student or participant; empty if there is none
 * @param ids other ids, such as those of the university
 * @param handles addresses and logins
 */
record Whom(String name, String number, List<String> ids, List<String> handles) {

  Whom {
    ids = ids.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    handles = handles.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  /** Returns what to call them. */
  String shown() {
    if (!name.isEmpty()) {
      return name;
    }
    return handles.stream()
        .findFirst()
        .orElse(ids.stream().findFirst().orElse(number.isEmpty() ? "(nobody)" : number));
  }
}
