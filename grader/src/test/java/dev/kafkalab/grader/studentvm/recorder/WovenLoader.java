package dev.kafkalab.grader.studentvm.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads Kafka, the child side and the student's code anew, with the woven classes among them. */
final class WovenLoader extends ClassLoader {

  private final Map<String, byte[]> woven;

  WovenLoader(Map<String, byte[]> woven) {
    super(WovenLoader.class.getClassLoader());
    this.woven = woven;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return name.startsWith("org.apache.kafka.") || name.startsWith("dev.kafkalab.")
          ? define(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    byte[] bytes = woven.containsKey(path) ? woven.get(path) : original(path);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] original(String path) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(path)) {
      if (in == null) {
        throw new ClassNotFoundException(path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(path, e);
    }
  }
}
