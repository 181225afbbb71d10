package dev.kafkalab.grader.wire;

import java.util.List;

/** What the grader tells a student's JVM. */
public sealed interface ToChild extends Message {

  /** Asks for something, and for one {@link Reply} under its number. */
  sealed interface Request extends ToChild {
    /** Returns the number: no other request to this JVM has it. */
    long id();
  }

  /** Asks for something that is done with a part of the student's solution. */
  sealed interface PartRequest extends Request {
    /** Returns the grader's name for the part, which it was made under. */
    String part();
  }

  /** Ends a {@link FromChild.HandlerCalled}, and the wait of the student's code with it. */
  sealed interface Answer extends ToChild {
    /** Returns the number of the call that it is for. */
    long question();
  }

  /** Makes a part, with a new {@code LabFactory}. */
  record Open(long id, String part, PartType type, CarriedSettings settings)
      implements PartRequest {}

  /** Has a topic setup create the topic. */
  record CreateTopic(long id, String part) implements PartRequest {}

  /** Has a producer send events, one after the other. */
  record Send(long id, String part, List<CarriedEvent> events) implements PartRequest {}

  /** Closes a producer. */
  record Close(long id, String part) implements PartRequest {}

  /** Runs a consumer: the reply comes when its {@code run()} has returned. */
  record Run(long id, String part) implements PartRequest {}

  /**
   * Asks a consumer to stop.
   *
   * @param inPoll whether to do it as soon as a {@code poll()} is entered
   */
  record Stop(long id, String part, boolean inPoll) implements PartRequest {}

  /** Asks for what a consumer has counted. */
  record ReadMetrics(long id, String part) implements PartRequest {}

  /** Gives events to an account of what users do, and asks for what it says then. */
  record FeedActivity(long id, String part, List<CarriedEvent> events) implements PartRequest {}

  /**
   * Asks where a request stands that has no reply yet.
   *
   * @param call that request's number
   */
  record Locate(long id, long call) implements Request {}

  /**
   * Runs a program: the first and only request of its kind to a JVM that runs one.
   *
   * @param type the class with its main method, with its package
   * @param arguments what its main is given
   * @param topic what {@code LabSettings} calls the topic there
   */
  record RunMain(long id, String type, List<String> arguments, String topic) implements Request {}

  /** Lets the handler return. */
  record Proceed(long question) implements Answer {}

  /** Has the handler throw an {@link IllegalStateException}. */
  record Throw(long question) implements Answer {}

  /** Has the handler throw an unchecked exception of an unknown type, a kind of WakeupException. */
  record ThrowOwnType(long question) implements Answer {}
}
