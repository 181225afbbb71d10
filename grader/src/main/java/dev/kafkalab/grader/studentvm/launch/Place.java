package dev.kafkalab.grader.studentvm.launch;

import java.util.List;
import java.util.Random;

/**
 * Where a student's JVM believes to be: far from UTC, in a country that writes numbers and letters
 * in its own way, on a system whose default charset is not UTF-8. Code that names its zone, locale
 * and charset works anywhere, and other code only where it was written.
 *
 * @param zone its default time zone, which is never at UTC
 * @param language its default locale: a comma in numbers, and an I whose small letter has no dot
 * @param country the country of the language
 * @param charset its default charset, which has no letters of other alphabets
 */
public record Place(String zone, String language, String country, String charset) {

  private static final List<String> ZONES =
      List.of(
          "America/Lima",
          "America/St_Johns",
          "Africa/Nairobi",
          "Asia/Kathmandu",
          "Asia/Tokyo",
          "Australia/Adelaide",
          "Pacific/Chatham");

  private static final List<String> CHARSETS = List.of("ISO-8859-1", "windows-1252", "US-ASCII");

  /** Draws a place: the same seed gives the same one. */
  public static Place drawnFrom(long seed) {
    Random random = new Random(seed);
    String language = random.nextBoolean() ? "tr" : "az";
    return new Place(
        ZONES.get(random.nextInt(ZONES.size())),
        language,
        language.equals("tr") ? "TR" : "AZ",
        CHARSETS.get(random.nextInt(CHARSETS.size())));
  }

  /** Returns the JVM's options for it; what it prints is in UTF-8 all the same. */
  List<String> options() {
    return List.of(
        "-Dfile.encoding=" + charset,
        "-Dsun.stderr.encoding=UTF-8", // Java 17
        "-Dstderr.encoding=UTF-8", // Java 19 and later
        "-Duser.language=" + language,
        "-Duser.country=" + country,
        "-Duser.timezone=" + zone);
  }
}
