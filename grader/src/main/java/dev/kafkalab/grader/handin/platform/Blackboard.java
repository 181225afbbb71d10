package dev.kafkalab.grader.handin.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blackboard's "Assignment File Download": flat, with a text file that describes each attempt. */
final class Blackboard implements Platform {

  private static final Pattern FILE =
      Pattern.compile(
          "(?<owner>.+)_attempt_(?<time>\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d)"
              + "(?:_(?<file>.+)|\\.txt)");
  private static final Pattern NAME =
      Pattern.compile("(?m)^\\W*Name:[ \\t]*(?<name>.+?)[ \\t]*\\((?<login>[^()\\s]+)\\)\\s*$");
  private static final int DESCRIPTION_BYTES = 64 << 10;

  @Override
  public Optional<Delivery> read(Listing listing) throws IOException {
    if (!listing.haveFiles(FILE)) {
      return Optional.empty();
    }
    Map<String, Identity> described = described(listing);
    Attempts attempts = new Attempts();
    List<Path> used = new ArrayList<>();
    for (Path file : listing.files()) {
      Matcher match = FILE.matcher(Listing.nameOf(file));
      if (match.matches()) {
        used.add(file);
        Identity who = who(match.group("owner"), described);
        attempts.open(who.login(), match.group("time"), who);
        if (match.group("file") != null) {
          Piece piece = new Piece(file, match.group("file"));
          attempts.give(who.login(), match.group("time"), who, piece);
        }
      }
    }
    return Optional.of(new Delivery(Shape.BLACKBOARD, attempts.latest(), listing.allBut(used)));
  }

  private static Map<String, Identity> described(Listing listing) throws IOException {
    Map<String, Identity> known = new HashMap<>();
    for (Path file : listing.files()) {
      Matcher match = FILE.matcher(Listing.nameOf(file));
      if (match.matches() && match.group("file") == null) {
        Matcher name = NAME.matcher(beginning(file));
        if (name.find()) {
          known.put(
              match.group("owner"), new Identity("", name.group("name"), name.group("login"), ""));
        }
      }
    }
    return known;
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(DESCRIPTION_BYTES), UTF_8);
    }
  }

  /** The assignment's name may have a line below it, too; a login hardly ever has. */
  private static Identity who(String owner, Map<String, Identity> described) {
    Identity known = described.get(owner);
    if (known != null && owner.endsWith(known.login())) {
      return known;
    }
    return Identity.ofLogin(owner.substring(owner.lastIndexOf('_') + 1));
  }
}
