package dev.kafkalab.grader.classrun.export.fill;

/**
 * Says what became of a row of a sheet, or of a student who is in none.
 *
 * @param who as the sheet names them, or else the run
 * @param points that were filled in, or are in no row; empty if there are none
 * @param remark what else there is to say; may be empty
 */
public record Account(String who, Fate fate, String points, String remark) {}
