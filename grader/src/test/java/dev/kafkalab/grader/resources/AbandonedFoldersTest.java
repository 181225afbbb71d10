package dev.kafkalab.grader.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedFoldersTest {

  @TempDir private Path temporary;

  @Test
  void areRemovedWithAllThatIsInThem() throws IOException {
    Path folder = folder("kafka-lab-1-abc");
    Files.writeString(Files.createDirectories(folder.resolve("broker/log")).resolve("0.log"), "x");

    AbandonedFolders.sweep(temporary);

    assertThat(folder).doesNotExist();
  }

  @Test
  void areThoseOfProcessesThatWereKilled() throws Exception {
    Path folder = folder("kafka-lab-1-abc");
    Process holder = holderOf(folder);
    AbandonedFolders.sweep(temporary);
    assertThat(folder).as("while somebody uses it").exists();

    holder.destroyForcibly().waitFor();
    AbandonedFolders.sweep(temporary);

    assertThat(folder).doesNotExist();
  }

  @Test
  void areNotThoseOfThisProcess() throws IOException {
    Path folder = folder(AbandonedFolders.prefixOfThisProcess() + "abc");

    AbandonedFolders.sweep(temporary);

    assertThat(folder).exists();
  }

  @Test
  void areNotTheFoldersOfOthers() throws IOException {
    Path other = Files.createDirectories(temporary.resolve("kafka-logs"));
    Path older = Files.createDirectories(temporary.resolve("kafka-lab-without-a-lock"));

    AbandonedFolders.sweep(temporary);

    assertThat(other).exists();
    assertThat(older).exists();
  }

  @Test
  void areNeverFollowedOutOfTheFolder() throws IOException {
    Path precious = Files.writeString(temporary.resolve("precious"), "x");
    Path folder = folder("kafka-lab-1-abc");
    Files.createSymbolicLink(folder.resolve("link"), precious);

    AbandonedFolders.sweep(temporary);

    assertThat(folder).doesNotExist();
    assertThat(precious).exists();
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    Files.createFile(folder.resolve("in-use"));
    return folder;
  }

  private static Process holderOf(Path folder) throws IOException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.resolve("in-use").toString())
            .start();
    new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
    return holder;
  }

  /** Holds a lock until it is killed, or its parent has ended. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] args) throws IOException {
      FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
      channel.lock();
      System.out.println("locked");
      int unused = System.in.read();
      channel.close();
    }
  }
}
