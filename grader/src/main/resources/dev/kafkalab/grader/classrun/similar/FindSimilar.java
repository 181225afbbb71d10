import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.JPlagResult;
import de.jplag.Match;
import de.jplag.ParsingException;
import de.jplag.Submission;
import de.jplag.Token;
import de.jplag.clustering.ClusteringOptions;
import de.jplag.java.JavaLanguage;
import de.jplag.logging.ProgressBar;
import de.jplag.logging.ProgressBarLogger;
import de.jplag.logging.ProgressBarType;
import de.jplag.options.JPlagOptions;
import de.jplag.reporting.reportobject.ReportObjectFactory;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares submissions with JPlag. A JVM runs this file as it is (JEP 330), beside the grader: JPlag needs a newer
 * Java than the grader.
 *
 * <p>Arguments: the folder of all submissions, each in a folder of its own; the folder of the code that all were
 * given; the file to write; JPlag's own result file to write; the most pairs to name. It prints how far it is: {@code
 * progress 120 of 1225}.
 */
final class FindSimilar {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FindSimilar() {}

  public static void main(String[] arguments) throws Exception {
    ProgressBarLogger.setProgressBarProvider(FindSimilar::progress);
    File submissions = new File(arguments[0]);
    int most = Integer.parseInt(arguments[4]);
    JPlagOptions options =
        new JPlagOptions(new InOrder(), Set.of(submissions), Set.of())
            .withBaseCodeSubmissionDirectory(new File(arguments[1]))
            .withMaximumNumberOfComparisons(most)
            // It takes the longest, and its groups are pairs of pairs.
            .withClusteringOptions(new ClusteringOptions().withEnabled(false));
    JPlagResult result = JPlag.run(options);
    new ReportObjectFactory(new File(arguments[3])).createAndSaveReport(result);
    ObjectNode found = MAPPER.createObjectNode();
    found.put("tool", "JPlag " + JPlag.JPLAG_VERSION);
    found.put("compared", result.getNumberOfSubmissions());
    ArrayNode leftOut = found.putArray("leftOut");
    result.getSubmissions().getInvalidSubmissions().stream()
        .sorted(Comparator.comparing(Submission::getName))
        .forEach(each -> leftOut.addObject().put("id", each.getName()).put("why", why(each)));
    found.put("median", median(result.getAllComparisons()));
    ArrayNode pairs = found.putArray("pairs");
    result.getComparisons(most).forEach(each -> add(each, submissions.toPath(), pairs.addObject()));
    MAPPER.writeValue(new File(arguments[2]), found);
  }

  /**
   * Reads the files of a submission in the order of their names. JPlag takes them in the order of a set, and what it
   * finds alike depends a little on it: the same folders would be compared otherwise each time.
   */
  private static final class InOrder extends JavaLanguage {
    @Override
    public List<Token> parse(Set<File> files, boolean normalize) throws ParsingException {
      return super.parse(new TreeSet<>(files), normalize);
    }
  }

  /** Only the comparing takes long: it grows with the square of the submissions. */
  private static ProgressBar progress(ProgressBarType type, int all) {
    return new ProgressBar() {
      private int done;
      private int told;

      @Override
      public synchronized void step(int number) {
        done += number;
        int hundredth = all == 0 ? 0 : (int) (100L * done / all);
        if (type == ProgressBarType.COMPARING && hundredth > told) {
          told = hundredth;
          System.out.println("progress " + done + " of " + all);
        }
      }

      @Override
      public void dispose() {}
    };
  }

  private static String why(Submission submission) {
    return switch (submission.getState()) {
      case CANNOT_PARSE -> "its Java cannot be parsed";
      case NOTHING_TO_PARSE -> "it has no Java";
      case TOO_SMALL -> "it has too little code";
      default -> "JPlag left it out: " + submission.getState();
    };
  }

  /** Half of the pairs are less similar. */
  private static double median(List<JPlagComparison> all) {
    double[] sorted = all.stream().mapToDouble(JPlagComparison::similarity).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Adds a pair, those whose name is the first of the two as one. */
  private static void add(JPlagComparison comparison, Path root, ObjectNode pair) {
    Submission first = comparison.firstSubmission();
    Submission second = comparison.secondSubmission();
    boolean swapped = first.getName().compareTo(second.getName()) > 0;
    pair.put("one", swapped ? second.getName() : first.getName());
    pair.put("other", swapped ? first.getName() : second.getName());
    pair.put("similarity", comparison.similarity());
    ArrayNode parts = pair.putArray("parts");
    comparison.matches().stream()
        .sorted(Comparator.comparingInt(Match::length).reversed())
        .forEach(
            match -> {
              String inFirst = place(first, match.startOfFirst(), match.endOfFirst(), root);
              String inSecond = place(second, match.startOfSecond(), match.endOfSecond(), root);
              ObjectNode part = parts.addObject();
              part.put("one", swapped ? inSecond : inFirst);
              part.put("other", swapped ? inFirst : inSecond);
            });
  }

  /** Returns such as {@code EventLoop.java:12-40}, with the folders below the submission's own. */
  private static String place(Submission submission, int from, int to, Path root) {
    List<Token> tokens = submission.getTokenList().subList(from, to + 1);
    File file = tokens.get(0).getFile();
    int end = tokens.stream().filter(each -> each.getFile().equals(file)).mapToInt(Token::getLine).max().orElse(0);
    Path name = root.resolve(submission.getName()).toAbsolutePath().relativize(file.toPath().toAbsolutePath());
    return name.toString().replace('\\', '/') + ":" + tokens.get(0).getLine() + "-" + end;
  }
}
