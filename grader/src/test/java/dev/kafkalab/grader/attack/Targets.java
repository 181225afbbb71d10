package dev.kafkalab.grader.attack;

import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.folder.FolderDeletion;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What attacks aim at: files, processes, ports and topics that are not the student's. */
final class Targets implements AutoCloseable {

  static final String OWN_TOPIC = "own-topic";

  private static final AtomicLong COUNT = new AtomicLong(98_700_000);

  final String canary = "canary-" + UUID.randomUUID();
  final EmbeddedBroker broker;
  final Admin admin;
  final Path folder;
  private final AtomicInteger reached = new AtomicInteger();
  private final ServerSocket server = new ServerSocket(0);
  private final DatagramSocket datagrams =
      new DatagramSocket(server.getLocalPort(), InetAddress.getByName("127.0.0.1"));
  private final ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
  private final Path socketFile;
  private final Process java;
  private final Path classes;

  Targets(Path folder, Path data, Path socketFile, Path classes) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.classes = classes;
    this.socketFile = socketFile;
    open(folder);
    open(Files.writeString(socketFile.resolveSibling("secret.txt"), canary));
    broker = EmbeddedBroker.start(data);
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    admin.createTopics(List.of(new NewTopic(OWN_TOPIC, 3, (short) 1))).all().get();
    warmUpTransactions();
    socket.bind(UnixDomainSocketAddress.of(socketFile));
    open(socketFile);
    Daemon.start("target-tcp", this::acceptAll);
    Daemon.start("target-udp", this::receiveAll);
    java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                Waiting.class.getName())
            .start();
  }

  /** The first transaction of a broker takes seconds, longer than an attack waits. */
  private void warmUpTransactions() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "first"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.initTransactions();
    }
  }

  /** Whoever is another user could still do all to it: what stops an attack is nothing else. */
  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        reached.incrementAndGet();
        client
            .getOutputStream()
            .write("HTTP/1.0 200 OK\r\n\r\nhello".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // closed, or the client has gone
      }
    }
  }

  private void receiveAll() {
    while (!datagrams.isClosed()) {
      try {
        datagrams.receive(new DatagramPacket(new byte[8], 8));
        reached.incrementAndGet();
      } catch (IOException e) {
        // closed
      }
    }
  }

  int reached() {
    return reached.get();
  }

  /**
   * Makes what one attack aims at.
   *
   * @param inKafka whether there is to be a topic and a group
   */
  One next(boolean inKafka) throws Exception {
    return new One(COUNT.incrementAndGet(), inKafka);
  }

  final class One implements AutoCloseable {

    final long number;
    final Path place;
    final Path secret;
    final Path report;
    final Path library;
    final Process neighbour;
    final TopicPartition partition;
    final String group;
    private final String topicBefore;
    private final String groupBefore;
    private final String filesBefore;

    private One(long number, boolean inKafka) throws Exception {
      this.number = number;
      place = Files.createDirectories(folder.resolve("target-" + number));
      secret = Files.writeString(place.resolve("secret.txt"), canary);
      report = Files.writeString(place.resolve("report.json"), "0 of 100");
      library = Files.writeString(place.resolve("library.jar"), "library");
      for (Path each : List.of(place, secret, report, library)) {
        open(each);
      }
      ProcessBuilder waiting = new ProcessBuilder("sh", "-c", "read line", canary);
      waiting.environment().clear();
      waiting.environment().put("SECRET", canary);
      neighbour = waiting.directory(place.toFile()).start();
      partition = new TopicPartition("foreign-" + number, 0);
      group = "foreign-group-" + number + "-" + canary;
      if (inKafka) {
        publish();
      }
      topicBefore = inKafka ? topic() : "";
      groupBefore = inKafka ? group() : "";
      filesBefore = files();
    }

    private void publish() throws Exception {
      admin.createTopics(List.of(new NewTopic(partition.topic(), 3, (short) 1))).all().get();
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", broker.bootstrapServers()),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        byte[] value = canary.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(partition.topic(), 0, null, value)).get();
      }
      admin
          .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(1)))
          .all()
          .get();
    }

    Map<String, String> arguments(String kafka) throws IOException {
      Map<String, String> all = new HashMap<>();
      all.put("secret", secret.toAbsolutePath().toString());
      all.put("report", report.toAbsolutePath().toString());
      all.put("library", library.toAbsolutePath().toString());
      all.put("new", place.resolve("new.json").toAbsolutePath().toString());
      all.put("name", "mine-" + number);
      all.put("classes", classes.toAbsolutePath().toString());
      all.put("neighbour", Long.toString(neighbour.pid()));
      all.put("java", Long.toString(java.pid()));
      all.put("orphan", Long.toString(number));
      all.put("port", Integer.toString(server.getLocalPort()));
      all.put("address", address());
      all.put("socket", socketFile.toString());
      all.put("broker", broker.bootstrapServers().replaceAll(".*:", ""));
      all.put("free-port", Integer.toString(freePort()));
      all.put("kafka", kafka);
      all.put("topic", partition.topic());
      all.put("own-topic", OWN_TOPIC);
      all.put("group", group);
      Map<String, String> arguments = new HashMap<>();
      all.forEach((name, value) -> arguments.put("target." + name, value));
      arguments.put("bootstrap.servers", kafka);
      return arguments;
    }

    boolean topicHasChanged() {
      return !topic().equals(topicBefore);
    }

    boolean groupHasChanged() {
      return !group().equals(groupBefore);
    }

    boolean filesHaveChanged() throws IOException {
      return !files().equals(filesBefore);
    }

    boolean somethingAppeared() {
      return Files.exists(place.resolve("new.json"), LinkOption.NOFOLLOW_LINKS)
          || Files.exists(Path.of("/dev/shm", "mine-" + number))
          || Files.exists(Path.of("/tmp", "mine-" + number))
          || Files.exists(classes.resolve("mine-" + number));
    }

    Optional<ProcessHandle> orphan() {
      return ProcessHandle.allProcesses()
          .filter(
              each ->
                  each.info()
                      .commandLine()
                      .filter(
                          line ->
                              line.contains("sleep " + number)
                                  || line.contains("mine > " + report.toAbsolutePath()))
                      .isPresent())
          .findFirst();
    }

    private String topic() {
      try {
        var about = admin.describeTopics(List.of(partition.topic())).allTopicNames().get();
        var ends = admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all().get();
        var starts = admin.listOffsets(Map.of(partition, OffsetSpec.earliest())).all().get();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
        var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return about.get(partition.topic()).partitions().size()
            + " "
            + ends.get(partition).offset()
            + " "
            + starts.get(partition).offset()
            + " "
            + settings.get("retention.ms").value();
      } catch (Exception e) {
        return "gone";
      }
    }

    private String group() {
      try {
        return admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get()
            .toString();
      } catch (Exception e) {
        return "gone";
      }
    }

    private String files() throws IOException {
      StringBuilder all = new StringBuilder();
      for (Path each : List.of(report, library)) {
        all.append(
            Files.exists(each)
                ? Files.getLastModifiedTime(each)
                    + " "
                    + Files.getPosixFilePermissions(each)
                    + " "
                    + Files.size(each)
                : "gone");
      }
      return all.toString();
    }

    @Override
    public void close() throws IOException {
      neighbour.destroyForcibly();
      orphan().ifPresent(ProcessHandle::destroyForcibly);
      for (String place : List.of("/dev/shm", "/tmp", classes.toString())) {
        Files.deleteIfExists(Path.of(place, "mine-" + number));
      }
    }
  }

  private static String address() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
        .findFirst()
        .map(InetAddress::getHostAddress)
        .orElse("127.0.0.1");
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket()) {
      free.bind(new InetSocketAddress("127.0.0.1", 0));
      return free.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    java.destroyForcibly();
    server.close();
    datagrams.close();
    socket.close();
    Files.deleteIfExists(socketFile);
    admin.close();
    broker.close();
    FolderDeletion.of(folder);
  }
}
