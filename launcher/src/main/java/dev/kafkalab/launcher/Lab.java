package dev.kafkalab.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.tools.ToolProvider;

/**
 * Builds the grader if it is missing or stale, then runs its command line.
 *
 * <p>The scripts {@code lab} and {@code lab.cmd} let {@code java} run this file as it is (JEP 330):
 * so it is one file, and needs nothing but a JDK. Its guarantees: docs/architecture.md.
 */
public final class Lab {

  private static final int FAILED = 4;

  private Lab() {}

  /** Ends with the grader's exit code, which the scripts translate. */
  public static void main(String[] args) {
    try {
      Machine machine = Machine.here();
      machine.check();
      Path root = Path.of(System.getProperty("kafkalab.root", ".")).toRealPath();
      Children.endWithThisProcess();
      Build build = new Builds(root, machine).ready();
      Classes.keep(root, machine);
      Grader grader = Grader.of(root, machine, build.folder(), build.jars());
      Optional<Path> archive = new Archive(root, machine, build).ready(grader);
      String option = archive.map(file -> "-XX:SharedArchiveFile=" + file).orElse("");
      System.exit(Children.run(grader.process(option, List.of(args)).inheritIO()));
    } catch (Failure failure) {
      System.err.println(failure.getMessage());
    } catch (IOException | InterruptedException | RuntimeException failure) {
      System.err.println("The grader itself failed, and no score counts: " + failure);
    }
    System.exit(FAILED);
  }

  /** What the user is told when nothing can be graded. */
  static final class Failure extends RuntimeException {
    Failure(String message) {
      super(message);
    }
  }

  /**
   * What differs from one system to the next.
   *
   * @param isWindows whether it is Windows
   * @param fileNames the encoding in which a JVM is told the names of files
   * @param variables the environment
   */
  record Machine(boolean isWindows, Charset fileNames, Map<String, String> variables) {

    static Machine here() {
      boolean isWindows =
          System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
      String names = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
      // Windows says Path or PATH.
      Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      variables.putAll(System.getenv());
      return new Machine(
          isWindows, Charset.forName(names), isWindows ? variables : System.getenv());
    }

    private String variable(String name) {
      return variables.getOrDefault(name, "");
    }

    void check() {
      String temporary = variable("TMPDIR");
      if (!isWindows && temporary.contains(":")) {
        throw new Failure(
            "TMPDIR is %s, but Java cannot use a folder with ':' in its path: choose another one."
                .formatted(temporary));
      }
    }

    String pathSeparator() {
      return isWindows ? ";" : ":";
    }

    /** Returns whether a JVM can find this path in its class path, whatever its locale. */
    boolean isPlain(String path) {
      return isWindows
          ? !path.contains(";") && fileNames.newEncoder().canEncode(path)
          : path.chars().allMatch(c -> c >= ' ' && c <= '~' && c != ':');
    }

    String java(String home) {
      return isWindows ? home + "\\bin\\java.exe" : home + "/bin/java";
    }

    /** Returns how Maven is called: on Windows it is a script, which only a shell can run. */
    List<String> maven() {
      String name = isWindows ? "mvn.cmd" : "mvn";
      String[] folders = variable("PATH").split(pathSeparator(), -1);
      if (Arrays.stream(folders).noneMatch(folder -> new File(folder, name).canExecute())) {
        throw new Failure(
            "The grader must be built, but mvn was not found: install Maven 3.8 or newer.");
      }
      return isWindows ? List.of("cmd", "/c", "mvn") : List.of("mvn");
    }

    /** Returns the folders for caches of this user, the best first. */
    List<String> caches() {
      Stream<String> all =
          isWindows
              ? Stream.of(variable("LOCALAPPDATA"), variable("TEMP"))
              : Stream.of(variable("XDG_CACHE_HOME"), variable("HOME") + "/.cache");
      String absolute = isWindows ? "(?s)[A-Za-z]:\\\\.+|\\\\\\\\.+" : "(?s)/(?!\\.cache$).+";
      return all.filter(each -> each.matches(absolute) && isPlain(each)).toList();
    }

    /** Returns where temporary files go; empty if Java's own choice is as good. */
    Optional<Path> temporary() {
      return Optional.of(variable("TMPDIR"))
          .filter(each -> !isWindows && !each.isEmpty() && isPlain(each))
          .map(Path::of)
          .filter(each -> Files.isDirectory(each) && Files.isWritable(each));
    }
  }

  /** Returns the folder for what cannot be in the repository; empty if there is none. */
  static Optional<Path> cache(Path root, Machine machine) {
    String name = "kafka-lab-grader/" + checksum(root.toString());
    return machine.caches().stream()
        .map(each -> Path.of(each).resolve(name))
        .filter(Lab::canWriteTo)
        .findFirst()
        .or(() -> machine.isWindows() ? Optional.empty() : publicCache(machine, name));
  }

  /** Everyone can write there: a folder that someone else made is not used. */
  private static Optional<Path> publicCache(Machine machine, String name) {
    Path parent = machine.temporary().orElse(Path.of("/tmp"));
    var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      Path mine = Files.createTempFile(parent, "kafka-lab-", "");
      Object user = Files.getAttribute(mine, "unix:uid");
      Files.delete(mine);
      Path place = parent.resolve("kafka-lab-grader-" + user);
      if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(place, secret);
      }
      Object owner = Files.getAttribute(place, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(place.resolve(name))
          .filter(each -> owner.equals(user) && canWriteTo(each));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The sources of the grader. */
  record Sources(Path root) {

    private static final List<String> NAMES =
        List.of(
            "pom.xml",
            "lab-api/pom.xml",
            "lab-api/src/main",
            "grader/child/pom.xml",
            "grader/child/src/main",
            "grader/pom.xml",
            "grader/src/main");

    private static final List<String> ALSO_FOR_MAVEN =
        List.of(".mvn", "launcher/pom.xml", "student-template/pom.xml");

    boolean hasFileNewerThan(FileTime time) throws IOException {
      return has(file -> file.isRegularFile() && file.lastModifiedTime().compareTo(time) > 0);
    }

    /** Returns whether a file or folder is newer: a folder is if a file was removed. */
    boolean hasNewerThan(FileTime time) throws IOException {
      return has(each -> each.lastModifiedTime().compareTo(time) > 0);
    }

    private boolean has(Predicate<BasicFileAttributes> what) throws IOException {
      for (Path each : there()) {
        try (Stream<Path> found = Files.find(each, 99, (file, now) -> what.test(now))) {
          if (found.findAny().isPresent()) {
            return true;
          }
        }
      }
      return false;
    }

    /** Returns the same text for the same content, whatever the times of the files. */
    String checksum() throws IOException {
      CRC32 sum = new CRC32();
      for (Path each : there()) {
        try (Stream<Path> files = Files.walk(each)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String name = root.relativize(file).toString().replace('\\', '/');
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(Files.readAllBytes(file));
          }
        }
      }
      return Long.toHexString(sum.getValue());
    }

    private List<Path> there() {
      return NAMES.stream().map(root::resolve).filter(Files::exists).toList();
    }

    /** Copies what Maven needs to where it can write. */
    void copyTo(Path folder) throws IOException {
      List<Path> also = ALSO_FOR_MAVEN.stream().map(root::resolve).filter(Files::exists).toList();
      for (Path each : Stream.concat(there().stream(), also.stream()).toList()) {
        copyTree(each, folder.resolve(root.relativize(each).toString()));
      }
    }
  }

  /** A folder with all jars, which never changes. */
  record Build(Path folder) {

    private static final List<String> OWN =
        List.of("grader.jar", "grader-child.jar", "lab-api.jar");

    List<Path> jars() throws IOException {
      Stream<Path> libraries =
          Files.readAllLines(libraries()).stream().map(folder.resolve("lib")::resolve);
      return Stream.concat(OWN.stream().map(folder::resolve), libraries).toList();
    }

    boolean isThere() {
      return Files.isReadable(libraries());
    }

    boolean isComplete() throws IOException {
      return isThere() && jars().stream().allMatch(Files::isReadable);
    }

    /** A copy of the repository has different times but the same content. */
    boolean isStale(Sources sources) throws IOException {
      return sources.hasNewerThan(Files.getLastModifiedTime(folder.resolve("built")))
          && !sources.checksum().equals(Files.readString(folder.resolve("sources")).strip());
    }

    private Path libraries() {
      return folder.resolve("libraries");
    }
  }

  /** What Maven leaves below a folder: the grader's jar, its child's and the API's. */
  record Packed(Path dependencies, List<Path> jars) {

    static Packed in(Path root, String target) {
      Path grader = root.resolve("grader").resolve(target);
      return new Packed(
          grader.resolve("lab.dependencies"),
          List.of(
              grader.resolve("grader-1.0.0-SNAPSHOT.jar"),
              root.resolve("grader/child/" + target + "/grader-child-1.0.0-SNAPSHOT.jar"),
              root.resolve("lab-api/" + target + "/lab-api-1.0.0-SNAPSHOT.jar")));
    }

    /** Maven's own folders may be in use: the jars count if they were built from these sources. */
    boolean isUpToDate(Sources sources, Machine machine) throws IOException {
      if (!Files.isReadable(dependencies)) {
        return false;
      }
      FileTime last = Files.getLastModifiedTime(dependencies);
      for (Path jar : jars) {
        if (!Files.isReadable(jar)
            || Files.getLastModifiedTime(jar).compareTo(last) > 0
            || sources.hasFileNewerThan(Files.getLastModifiedTime(jar))) {
          return false;
        }
      }
      return libraries(machine).stream().allMatch(Files::isReadable);
    }

    private List<Path> libraries(Machine machine) throws IOException {
      String[] all = Files.readString(dependencies).strip().split(machine.pathSeparator(), -1);
      return Arrays.stream(all)
          .map(Path::of)
          .filter(library -> !nameOf(library).matches("(lab-api|grader-child)-.*"))
          .toList();
    }

    /** Copies all jars, so that the build needs nothing from a home folder. */
    void copyTo(Path folder, Machine machine) throws IOException {
      for (int i = 0; i < jars.size(); i++) {
        Files.copy(jars.get(i), folder.resolve(Build.OWN.get(i)));
      }
      Path lib = Files.createDirectory(folder.resolve("lib"));
      for (Path library : libraries(machine)) {
        Files.copy(library, lib.resolve(nameOf(library)));
      }
      Files.write(
          folder.resolve("libraries"), libraries(machine).stream().map(Lab::nameOf).toList());
      Files.createFile(folder.resolve("in-use"));
    }
  }

  /** The builds of a repository; the file "current" names the one to use. */
  static final class Builds {

    private final Path root;
    private final Machine machine;
    private final Sources sources;
    private Path place;

    Builds(Path root, Machine machine) {
      this.root = root;
      this.machine = machine;
      this.sources = new Sources(root);
      this.place = root.resolve("grader/target/lab");
    }

    static Path prebuilt(Path root) {
      return root.resolve("grader/jars");
    }

    /** Returns a build of these sources, or the one that was handed out. */
    Build ready() throws IOException, InterruptedException {
      Build prebuilt = new Build(prebuilt(root));
      if (prebuilt.isThere()) {
        return checked(prebuilt);
      }
      boolean isPlain = machine.isPlain(root.toString());
      Optional<Build> found = isPlain ? current() : Optional.empty();
      if (found.isEmpty()) {
        choosePlace(isPlain);
        found = current();
      }
      return found.isPresent() ? found.get() : makeAlone();
    }

    private Build checked(Build prebuilt) throws IOException {
      if (!prebuilt.isComplete()) {
        throw new Failure("Some jars are missing in %s.".formatted(prebuilt.folder()));
      }
      if (root.toString().contains(machine.pathSeparator())) {
        throw new Failure(
            "Java cannot use a folder with '%s' in its path: rename %s, or move it."
                .formatted(machine.pathSeparator(), root));
      }
      return prebuilt;
    }

    private Optional<Build> current() throws IOException {
      Path current = place.resolve("current");
      if (!Files.isReadable(current)) {
        return Optional.empty();
      }
      Build build = new Build(place.resolve(Files.readString(current).strip()));
      return build.isComplete() && !build.isStale(sources) ? Optional.of(build) : Optional.empty();
    }

    /** Builds go into the user's cache if they cannot be in the repository. */
    private void choosePlace(boolean isPlain) {
      if (isPlain
          && Stream.of("grader", "grader/child", "lab-api")
              .allMatch(module -> canWriteTo(root.resolve(module + "/target/lab")))) {
        return;
      }
      place =
          cache(root, machine)
              .map(folder -> folder.resolve("builds"))
              .filter(Lab::canWriteTo)
              .orElseThrow(
                  () ->
                      new Failure(
                          "The grader must be built, but neither %s nor a cache folder is writable."
                              .formatted(root)));
    }

    private Build makeAlone() throws IOException, InterruptedException {
      try (Lock lock = Lock.take(place)) {
        Optional<Build> made = current();
        if (lock.isHeld() && made.isPresent()) {
          return made.get(); // another process built it meanwhile
        }
        make();
      }
      return current()
          .orElseThrow(
              () ->
                  new Failure(
                      "The sources changed while the grader was being built: run it again."));
    }

    /** Moves a build into place, then its name: nobody ever sees a part of it. */
    private void make() throws IOException, InterruptedException {
      long process = ProcessHandle.current().pid();
      removeAll(place, "new-");
      Path made = Files.createDirectory(place.resolve("new-" + process));
      Files.createFile(made.resolve("built"));
      if (Files.exists(place.resolve("current"))) {
        Files.createFile(made.resolve("edited"));
      }
      Files.writeString(made.resolve("sources"), sources.checksum());
      build(made);
      readableForAll(made);
      String time =
          DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
              .format(LocalDateTime.now(ZoneId.systemDefault()));
      String name = time + "-" + process;
      Files.move(made, place.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      Path named = Files.writeString(place.resolve("current-" + process), name + "\n");
      readableForAll(named);
      Files.move(named, place.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void build(Path made) throws IOException, InterruptedException {
      System.err.println("Building the grader; the first time this takes a minute or two.");
      Packed packed = Packed.in(root, "target");
      (packed.isUpToDate(sources, machine) ? packed : runMaven(made)).copyTo(made, machine);
    }

    private Packed runMaven(Path made) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(machine.maven());
      Path source = root;
      if (!place.startsWith(root)) {
        source = place.resolveSibling("source");
        removeTree(source);
        sources.copyTo(source);
      }
      // Error Prone is left to mvn verify, the JVM's second compiler to programs that run longer.
      command.addAll(
          List.of(
              "-q",
              "-B",
              "-pl",
              "grader",
              "-am",
              "-Derror-prone.phase=none",
              "-Dmaven.test.skip=true"));
      command.addAll(List.of("-Dbuild.folder=target/lab/maven", "package"));
      Path log = made.resolve("maven.log");
      ProcessBuilder maven = new ProcessBuilder(command).redirectErrorStream(true);
      maven.redirectOutput(log.toFile()).directory(source.toFile()); // it reads .mvn there
      String options = machine.variables().getOrDefault("MAVEN_OPTS", "");
      maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 " + options);
      int code = Children.runUnlessStopped(maven);
      if (code != 0) {
        Files.copy(log, System.err);
        removeTree(made);
        throw new Failure("The grader could not be built: see above.");
      }
      Files.delete(log);
      return Packed.in(source, "target/lab/maven");
    }
  }

  /**
   * A lock that only one process has; the system releases it when that process ends.
   *
   * @param isHeld whether this is that process
   */
  record Lock(FileChannel channel, boolean isHeld) implements AutoCloseable {

    private static final long FAR = Long.MAX_VALUE - 1; // Windows lets nobody read what is locked

    static Lock take(Path folder) throws IOException {
      Lock lock = tryToTake(folder);
      if (lock.isHeld) {
        return lock;
      }
      Path file = fileIn(folder);
      System.err.printf(
          "Waiting for process %s, which is building the grader (%s).%n",
          Files.readString(file).strip(), file);
      return of(lock.channel, true);
    }

    static Lock tryToTake(Path folder) throws IOException {
      Path file = fileIn(folder);
      boolean isNew = !Files.exists(file);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (isNew) {
        readableForAll(file);
      }
      return of(channel, false);
    }

    private static Path fileIn(Path folder) {
      return folder.resolve("building");
    }

    private static Lock of(FileChannel channel, boolean waits) throws IOException {
      try {
        FileLock lock = waits ? channel.lock(FAR, 1, false) : channel.tryLock(FAR, 1, false);
        if (lock == null) {
          return new Lock(channel, false);
        }
      } catch (IOException e) {
        return new Lock(channel, true); // a network's file system without locks: nobody waits
      }
      byte[] holder = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0).write(ByteBuffer.wrap(holder), 0);
      return new Lock(channel, true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The process that this one waits for, and which ends with it. */
  static final class Children {

    private static final Object LOCK = new Object();
    private static final int SECONDS_TO_END = 10;
    private static final int LOOK_EVERY_MILLIS = 300;
    private static final int TERMINATED = 143;
    private static final Set<Integer> BY_SIGNAL = Set.of(129, 130, TERMINATED);

    private static boolean isEnding;
    private static Optional<Process> child = Optional.empty();

    private Children() {}

    /**
     * Passes on the end of this process: by a signal, or because its shell was killed. Finding no
     * parent proves nothing: with too many open files, no process can be seen.
     */
    static void endWithThisProcess() {
      Runtime.getRuntime().addShutdownHook(new Thread(Children::end));
      Optional<Long> shell = ProcessHandle.current().parent().map(ProcessHandle::pid);
      TimerTask look =
          new TimerTask() {
            @Override
            public void run() {
              Optional<Long> now = ProcessHandle.current().parent().map(ProcessHandle::pid);
              if (shell.isPresent() && now.isPresent() && !now.equals(shell)) {
                System.exit(TERMINATED);
              }
            }
          };
      new Timer("watch-shell", true).schedule(look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS);
    }

    /** Returns the exit code of a process; never returns if this process is ending. */
    static int run(ProcessBuilder command) throws IOException, InterruptedException {
      Optional<Process> started = start(command);
      int code = started.isPresent() ? started.get().waitFor() : TERMINATED;
      synchronized (LOCK) {
        if (!isEnding) {
          return code;
        }
      }
      new CountDownLatch(1).await(); // the exit code is that of the signal
      return code;
    }

    /** Ctrl+C reaches all processes, perhaps this one last. */
    static int runUnlessStopped(ProcessBuilder command) throws IOException, InterruptedException {
      int code = run(command);
      if (BY_SIGNAL.contains(code)) {
        System.exit(code);
      }
      return code;
    }

    private static Optional<Process> start(ProcessBuilder command) throws IOException {
      synchronized (LOCK) {
        if (isEnding) {
          return Optional.empty();
        }
        Process process = command.start();
        if (command.redirectInput().equals(ProcessBuilder.Redirect.PIPE)) {
          process.getOutputStream().close();
        }
        child = Optional.of(process);
        return child;
      }
    }

    private static void end() {
      Optional<Process> last;
      synchronized (LOCK) {
        isEnding = true;
        last = child;
      }
      last.filter(Process::isAlive).ifPresent(Children::end);
    }

    private static void end(Process process) {
      List<ProcessHandle> below = process.descendants().toList();
      if (process.supportsNormalTermination()) { // not on Windows: there Ctrl+C reaches it anyhow
        process.destroy();
      }
      try {
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /**
   * The JVM that grades.
   *
   * @param java the program
   * @param jars its class path
   */
  record Grader(Machine machine, String java, String root, String build, List<String> jars) {

    /** Many gradings in one JVM: the remains of each broker and of its code add up. */
    private static final Set<String> LONG = Set.of("selfcheck", "soak", "mutate", "class");

    static Grader of(Path root, Machine machine, Path build, List<Path> jars) {
      String java = machine.java(System.getProperty("java.home"));
      List<String> names = jars.stream().map(Path::toString).toList();
      return new Grader(machine, java, root.toString(), build.toString(), names);
    }

    ProcessBuilder process(String option, List<String> arguments)
        throws IOException, InterruptedException {
      String revision = isLong(arguments) ? revision() : "";
      ProcessBuilder process = new ProcessBuilder(command(option, arguments, revision));
      // Testcontainers' own cleaner would be one more image to pull: the grader cleans up itself.
      process.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
      return process;
    }

    /**
     * Returns the command line.
     *
     * @param option one more for the JVM, or an empty text
     */
    List<String> command(String option, List<String> arguments, String revision) {
      List<String> command = new ArrayList<>(List.of(java));
      // A full code cache ends compilation for good, silently if logs are off.
      command.addAll(
          isLong(arguments)
              ? List.of("-Xmx3g", "-XX:ReservedCodeCacheSize=240m")
              : List.of("-Xmx384m", "-Xmn96m"));
      command.addAll(List.of("-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      command.addAll(List.of("-XX:+DisableAttachMechanism", "-XX:+UnlockDiagnosticVMOptions"));
      command.addAll(List.of("-XX:ArchiveRelocationMode=0", "-Xlog:disable"));
      if (Runtime.version().feature() >= 24) { // Kafka's libraries would be warned about
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--enable-native-access=ALL-UNNAMED");
      }
      if (machine.isWindows()) {
        for (String stream : List.of("file", "stdout", "stderr")) {
          command.add("-D" + stream + ".encoding=UTF-8");
        }
      }
      command.add("-Dkafkalab.root=" + root);
      command.add("-Dkafkalab.revision=" + revision);
      command.add("-Dkafkalab.launcher=" + ProcessHandle.current().pid());
      command.add("-Dkafkalab.build=" + build);
      machine.temporary().ifPresent(folder -> command.add("-Djava.io.tmpdir=" + folder));
      if (!option.isEmpty()) {
        command.add(option);
      }
      command.addAll(List.of("-cp", String.join(machine.pathSeparator(), jars)));
      command.add("dev.kafkalab.grader.cli.Main");
      command.addAll(arguments);
      return command;
    }

    private static boolean isLong(List<String> arguments) {
      return !arguments.isEmpty() && LONG.contains(arguments.get(0));
    }

    private String revision() throws IOException, InterruptedException {
      try {
        Process git =
            new ProcessBuilder("git", "-C", root, "describe", "--always", "--dirty")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? said.strip() : "unknown";
      } catch (IOException e) {
        return "unknown"; // there is no git
      }
    }
  }

  /** An archive of loaded classes, with which the grader's JVM starts faster. */
  record Archive(Path root, Machine machine, Build build) {

    /** After an edit the report comes first: the archive is made if the build is used again. */
    Optional<Path> ready(Grader grader) throws IOException, InterruptedException {
      Path archive = folder().resolve("lab-" + key() + ".jsa");
      try {
        boolean wasEdited = Files.deleteIfExists(build.folder().resolve("edited"));
        if (!wasEdited && !Files.exists(archive) && !Files.exists(none(archive))) {
          makeAlone(grader, archive);
        }
      } catch (IOException e) {
        return Optional.empty(); // it is slower without, that is all
      }
      return Optional.of(archive).filter(Files::isReadable);
    }

    private void makeAlone(Grader grader, Path archive) throws IOException, InterruptedException {
      Path folder = folder();
      if (canWriteTo(folder)) {
        try (Lock lock = Lock.tryToTake(folder)) {
          if (lock.isHeld()) {
            removeAll(folder, "new-");
            make(grader, archive);
          }
        }
      }
    }

    /** A build that was handed out may be in a folder that nobody can write to. */
    private Path folder() {
      boolean wasHandedOut = build.folder().equals(Builds.prebuilt(root));
      return !wasHandedOut || Files.isWritable(build.folder())
          ? build.folder()
          : cache(root, machine).orElse(build.folder());
    }

    /** It fits one Java and one location of one build. */
    private String key() throws IOException {
      Path home = Path.of(System.getProperty("java.home")).toRealPath();
      Path release = home.resolve("release");
      Path jar = build.folder().resolve("grader.jar");
      String java = home + (Files.isReadable(release) ? Files.readString(release) : "");
      return checksum(java + jar + Files.size(jar) + Files.getLastModifiedTime(jar));
    }

    private static Path none(Path archive) {
      return archive.resolveSibling(archive.getFileName() + ".none");
    }

    /** One grading without visible output loads what later ones load. */
    private void make(Grader grader, Path archive) throws IOException, InterruptedException {
      Path made = archive.resolveSibling("new-" + ProcessHandle.current().pid() + ".jsa");
      String template = root.resolve("student-template").toString();
      ProcessBuilder grading =
          grader.process(
              "-XX:ArchiveClassesAtExit=" + made,
              List.of("grade", template, "--broker", "embedded"));
      grading.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      grading.redirectError(ProcessBuilder.Redirect.DISCARD);
      int code = Children.runUnlessStopped(grading);
      if (Files.exists(made)) {
        readableForAll(made);
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      } else if (code == 0) {
        Files.createFile(none(archive)); // this Java cannot make one: it is not tried again
      }
    }
  }

  /** This file's own classes, kept for the scripts: to compile it takes longer than to run it. */
  static final class Classes {

    private Classes() {}

    /** Keeps them if this file is run as it is; they count while the copy beside them equals it. */
    static void keep(Path root, Machine machine) {
      String source = System.getProperty("kafkalab.source", "");
      Path place = root.resolve("grader/target/lab");
      boolean canBeNamed = !root.toString().contains(machine.pathSeparator());
      if (source.isEmpty() || !canBeNamed || !canWriteTo(place)) {
        return;
      }
      try (Lock lock = Lock.tryToTake(place)) {
        if (lock.isHeld()) {
          compile(Path.of(source), place);
        }
      } catch (IOException e) {
        return; // it is compiled each time
      }
    }

    private static void compile(Path source, Path place) throws IOException {
      removeAll(place, "new-");
      Path made = Files.createDirectory(place.resolve("new-" + ProcessHandle.current().pid()));
      OutputStream nowhere = OutputStream.nullOutputStream();
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  InputStream.nullInputStream(),
                  nowhere,
                  nowhere,
                  "--release",
                  "17",
                  "-XDstringConcat=inline", // starts faster
                  "-d",
                  made.toString(),
                  source.toString());
      if (code == 0) {
        Files.copy(source, made.resolve("Lab.java"));
        readableForAll(made);
        Path kept = place.resolve("launcher");
        Files.deleteIfExists(kept.resolve("Lab.java")); // from here on they do not count
        removeTree(kept);
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static boolean canWriteTo(Path folder) {
    try {
      makeFolder(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a folder that others can read, whatever the umask. */
  private static void makeFolder(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (Files.isDirectory(folder) || parent == null) {
      return;
    }
    makeFolder(parent);
    try {
      readableForAll(Files.createDirectory(folder));
    } catch (FileAlreadyExistsException e) {
      return; // another process made it
    }
  }

  private static void readableForAll(Path tree) throws IOException {
    if (!tree.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.toList()) {
        String mode = Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(mode));
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.createDirectories(copy.resolve("..").normalize()); // if it is a file that is copied
          Files.copy(each, copy);
        }
      }
    }
  }

  private static void removeAll(Path folder, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path each : all.filter(file -> nameOf(file).startsWith(prefix)).toList()) {
        removeTree(each);
      }
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void removeTree(Path tree) throws IOException {
    if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
