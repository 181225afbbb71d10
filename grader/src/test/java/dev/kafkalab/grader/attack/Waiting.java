package dev.kafkalab.grader.attack;

import java.io.IOException;

/** A program that does nothing until its input ends. */
public final class Waiting {

  private Waiting() {}

  public static void main(String[] args) throws IOException {
    int unused = System.in.read();
  }
}
