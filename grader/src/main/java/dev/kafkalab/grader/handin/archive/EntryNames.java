package dev.kafkalab.grader.handin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Reads the names of an archive's entries, and insists that they stay in one folder. */
final class EntryNames {

  /** Windows packs with the code page of its command line: the one of the USA, or of Europe. */
  private static final Charset OF_DOS = Charset.forName("IBM437");

  private static final Charset OF_DOS_IN_EUROPE = Charset.forName("IBM850");
  private static final Charset OF_OLD_UNIX = Charset.forName("windows-1252");

  private EntryNames() {}

  /**
   * Decodes a name that the archive does not call UTF-8.
   *
   * @param isOfDos whether a program for DOS or Windows packed it
   */
  static String decode(byte[] name, boolean isOfDos) {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(name))
          .toString();
    } catch (CharacterCodingException e) {
      return isOfDos ? decodeOfDos(name) : new String(name, OF_OLD_UNIX);
    }
  }

  /**
   * The two code pages agree on most letters; where one has lines for boxes, the other is meant.
   */
  private static String decodeOfDos(byte[] name) {
    String text = new String(name, OF_DOS);
    boolean hasLetters =
        text.chars().allMatch(each -> each < 0x80 || Character.isLetterOrDigit(each));
    return hasLetters ? text : new String(name, OF_DOS_IN_EUROPE);
  }

  /**
   * Returns the steps of an entry's path, in NFC; none for the archive's own folder.
   *
   * @throws ArchiveRefusal where the path is absolute, leads upwards, or is too long
   */
  static List<String> steps(String archive, String entry) throws ArchiveRefusal {
    String name = Normalizer.normalize(entry, Normalizer.Form.NFC).replace('\\', '/');
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      throw new ArchiveRefusal(ArchiveFeedback.outside(archive, name));
    }
    List<String> steps = new ArrayList<>();
    for (String step : name.split("/", -1)) {
      if (step.equals("..")) {
        throw new ArchiveRefusal(ArchiveFeedback.outside(archive, name));
      }
      if (step.chars().anyMatch(Character::isISOControl)) {
        throw new ArchiveRefusal(ArchiveFeedback.badName(archive, name));
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    if (steps.size() > ArchiveLimits.FOLDERS || name.length() > ArchiveLimits.PATH_CHARACTERS) {
      throw new ArchiveRefusal(ArchiveFeedback.tooDeep(archive, name));
    }
    return steps;
  }
}
