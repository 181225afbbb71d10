package dev.kafkalab.grader.classrun.export.fill;

import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts for a sheet that was filled in.
 *
 * @param rows each row of the sheet, in its order
 * @param absent the students of the run who are in no row
 * @param remarks what concerns the whole sheet, in sentences
 */
public record Filled(List<Account> rows, List<Account> absent, List<String> remarks) {

  /** Copies the lists, so that an account never changes. */
  public Filled {
    rows = List.copyOf(rows);
    absent = List.copyOf(absent);
    remarks = List.copyOf(remarks);
  }

  /** Returns how many rows met this fate. */
  public long count(Fate fate) {
    return rows.stream().filter(each -> each.fate() == fate).count();
  }

  /** Returns whether points are lost unless somebody does something. */
  public boolean needsDecision() {
    return Stream.concat(rows.stream(), absent.stream())
        .anyMatch(each -> each.fate().needsDecision());
  }
}
