package dev.kafkalab.grader.classrun.book;

import dev.kafkalab.grader.classrun.book.ClassBook.Row;
import dev.kafkalab.grader.classrun.book.GradeReport.OfCriterion;
import dev.kafkalab.grader.classrun.book.StudentChange.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two runs of one class: who has other points now, and why. */
public final class ClassDiff {

  private final ClassBook before;
  private final ClassBook after;

  private ClassDiff(ClassBook before, ClassBook after) {
    this.before = before;
    this.after = after;
  }

  /** Returns those for whom something is different, in the order of the later run. */
  public static List<StudentChange> between(ClassBook before, ClassBook after) {
    return new ClassDiff(before, after).changes();
  }

  private List<StudentChange> changes() {
    Map<String, Row> old = byId(before);
    Map<String, Row> now = byId(after);
    Set<String> ids = new LinkedHashSet<>(now.keySet());
    ids.addAll(old.keySet());
    List<StudentChange> changes = new ArrayList<>();
    for (String id : ids) {
      change(old.get(id), now.get(id)).ifPresent(changes::add);
    }
    return changes;
  }

  private static Map<String, Row> byId(ClassBook book) {
    Map<String, Row> rows = new LinkedHashMap<>();
    book.rows().forEach(row -> rows.put(row.who().id(), row));
    return rows;
  }

  private Optional<StudentChange> change(@Nullable Row old, @Nullable Row now) {
    List<StudentChange.OfCriterion> criteria = criteria(old, now);
    State was = old == null ? State.MISSING : old.standing().state();
    State is = now == null ? State.MISSING : now.standing().state();
    BigDecimal counted = old == null ? null : old.mark().total();
    BigDecimal counts = now == null ? null : now.mark().total();
    if (criteria.isEmpty() && was == is && isSame(counted, counts)) {
      return Optional.empty();
    }
    Student who = Objects.requireNonNull(now == null ? old : now).who();
    return Optional.of(
        new StudentChange(who, was, is, counted, counts, reasons(old, now), criteria));
  }

  private Set<Reason> reasons(@Nullable Row old, @Nullable Row now) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (old == null || now == null || (old.report() == null) != (now.report() == null)) {
      reasons.add(Reason.PRESENCE);
    }
    if (old != null && now != null) {
      addIf(!old.standing().content().equals(now.standing().content()), Reason.SUBMISSION, reasons);
      addIf(!old.mark().byHand().equals(now.mark().byHand()), Reason.BY_HAND, reasons);
      addIf(!isSame(old.mark().penalty(), now.mark().penalty()), Reason.LATENESS, reasons);
    }
    addIf(!before.revision().equals(after.revision()), Reason.GRADER, reasons);
    RunSettings one = before.settings();
    RunSettings other = after.settings();
    addIf(one.seed() != other.seed(), Reason.SEED, reasons);
    boolean sameSettings =
        one.criteria().equals(other.criteria())
            && one.broker().equals(other.broker())
            && one.isolation().equals(other.isolation());
    addIf(!sameSettings, Reason.SETTINGS, reasons);
    return reasons;
  }

  private static void addIf(boolean isSo, Reason reason, Set<Reason> reasons) {
    if (isSo) {
      reasons.add(reason);
    }
  }

  private static List<StudentChange.OfCriterion> criteria(@Nullable Row old, @Nullable Row now) {
    Set<String> ids = new LinkedHashSet<>(idsOf(now));
    ids.addAll(idsOf(old));
    List<StudentChange.OfCriterion> changed = new ArrayList<>();
    for (String id : ids) {
      OfCriterion was = found(old, id);
      OfCriterion is = found(now, id);
      BigDecimal had = old == null ? null : old.mark().points().get(id);
      BigDecimal has = now == null ? null : now.mark().points().get(id);
      boolean isSameOutcome = was != null && is != null && was.outcome() == is.outcome();
      if (!isSameOutcome || !isSame(had, has)) {
        changed.add(
            new StudentChange.OfCriterion(
                id,
                was == null ? null : was.outcome(),
                is == null ? null : is.outcome(),
                had,
                has,
                is == null ? "" : is.message()));
      }
    }
    return changed;
  }

  private static List<String> idsOf(@Nullable Row row) {
    return row == null || row.report() == null
        ? List.of()
        : row.report().criteria().stream().map(OfCriterion::id).toList();
  }

  private static @Nullable OfCriterion found(@Nullable Row row, String id) {
    return row == null || row.report() == null ? null : row.report().of(id).orElse(null);
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.compareTo(other) == 0;
  }
}
