package dev.kafkalab.grader.submission;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/** Breaks any compilation that starts it; javac starts it unasked where it finds it. */
public class ExplosivePlugin implements Plugin {

  @Override
  public String getName() {
    return "explosive";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    throw new IllegalStateException("a compiler plugin was run");
  }
}
