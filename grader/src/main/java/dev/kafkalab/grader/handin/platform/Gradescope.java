package dev.kafkalab.grader.handin.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/** Gradescope's export of submissions, with a file that says who handed in which folder. */
final class Gradescope implements Platform {

  private static final String METADATA = "submission_metadata.yml";
  private static final Pattern FOLDER = Pattern.compile("submission_\\d+");

  /** The results of a thousand autograder runs are in it, too. */
  private static final int METADATA_CHARACTERS = 64 << 20;

  @Override
  public Optional<Delivery> read(Listing listing) throws IOException {
    Path metadata = listing.folder().resolve(METADATA);
    if (!listing.haveFolders(FOLDER) || !Files.isRegularFile(metadata)) {
      return Optional.empty();
    }
    JsonNode submissions = read(metadata);
    List<Arrival> arrivals = new ArrayList<>();
    for (Path folder : listing.folders()) {
      String name = Listing.nameOf(folder);
      arrivals.add(
          new Arrival(
              name,
              submitters(submissions.path(name)),
              List.of(Piece.contentOf(folder)),
              false,
              moment(submissions.path(name).path(":created_at").asText("")),
              ""));
    }
    List<Path> used = new ArrayList<>(listing.folders());
    used.add(metadata);
    return Optional.of(new Delivery(Shape.GRADESCOPE, arrivals, listing.allBut(used)));
  }

  private static JsonNode read(Path metadata) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(METADATA_CHARACTERS);
    YAMLFactory yaml = YAMLFactory.builder().loaderOptions(options).build();
    return new ObjectMapper(yaml).readTree(metadata.toFile());
  }

  /** Ruby writes {@code 2026-11-20 23:59:00.000000000 -08:00}. */
  private static String moment(String time) {
    return time.replaceFirst(" ", "T").replaceFirst(" ?UTC$", "Z").replace(" ", "");
  }

  /** The keys are symbols of Ruby's. */
  private static List<Identity> submitters(JsonNode submission) {
    List<Identity> people = new ArrayList<>();
    for (JsonNode each : submission.path(":submitters")) {
      people.add(
          new Identity(
              each.path(":sid").asText(""),
              each.path(":name").asText(""),
              "",
              each.path(":email").asText("")));
    }
    return people;
  }
}
