package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.EventGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the events with which user activity is tested, the simplest first. */
final class ActivityCases {

  private static final String OTHER_TYPE = "click";
  private static final String AS_IT_IS =
      "Two ids that differ in anything are two users: use the id as it is, as a key that is compared with equals().";

  private final EventGenerator events;
  private final String ann;
  private final String bob;

  ActivityCases(EventGenerator events) {
    this.events = events;
    List<String> users = events.users(2);
    this.ann = users.get(0);
    this.bob = users.get(1);
  }

  List<ActivityCase> all() {
    return Stream.of(ofUsers(), ofOrder(), ofAmounts(), ofNames(), List.of(many()))
        .flatMap(List::stream)
        .toList();
  }

  private List<ActivityCase> ofUsers() {
    return List.of(
        new ActivityCase("no events yet"),
        new ActivityCase("one login", login(ann)),
        new ActivityCase("a login and a logout", login(ann), logout(ann)),
        new ActivityCase("a logout without a login", logout(ann)),
        new ActivityCase("a logout before the login", logout(ann), login(ann)),
        new ActivityCase("two logins and one logout", login(ann), login(ann), logout(ann)),
        new ActivityCase("two users", login(ann), login(bob), logout(ann)),
        new ActivityCase("an event of another type", events.event(ann, OTHER_TYPE)));
  }

  private ActivityCase many() {
    List<String> users = events.users(5);
    List<UserEvent> many = new ArrayList<>(events.events(users, 60));
    many.add(events.event(users.get(0), OTHER_TYPE));
    many.addAll(events.events(users, 20));
    return new ActivityCase("many events of many users", many.toArray(UserEvent[]::new));
  }

  /** Times by different machines' clocks say nothing about the order. */
  private List<ActivityCase> ofOrder() {
    UserEvent login = login(ann);
    UserEvent logout = logout(ann);
    UserEvent loginAgain = login(ann);
    return Stream.of(
            new ActivityCase("a login, and then a logout with an earlier time", loginAgain, logout),
            new ActivityCase("a logout, and then a login with an earlier time", logout, login))
        .map(each -> each.hint("The order is that of the calls, whatever the timestamps say."))
        .toList();
  }

  private List<ActivityCase> ofAmounts() {
    return List.of(
        new ActivityCase("purchases", purchase(ann, "0.10"), purchase(ann, "0.20")),
        new ActivityCase("purchases for whole amounts", purchase(ann, "12"), purchase(bob, "7"))
            .hint(
                "In Java, 12 is an Integer and 19.90 is not: ask for a Number, and make a BigDecimal of its text."),
        new ActivityCase("purchases of two users", purchase(ann, "12"), purchase(bob, "7.5")),
        new ActivityCase("amounts with three decimals", purchase(ann, "0.105"), purchase(ann, "2")),
        new ActivityCase("a refund", purchase(ann, "20.50"), purchase(ann, "-5.25")),
        new ActivityCase("a refund of everything", purchase(ann, "20.50"), purchase(ann, "-20.50")),
        new ActivityCase(
                "amounts that are too large for an int in all",
                purchase(ann, "2000000000"),
                purchase(ann, "2000000000"))
            .hint("An int holds up to 2,147,483,647: add BigDecimals."),
        new ActivityCase(
                "amounts that are too large for a long",
                purchase(ann, "100000000000000000000"),
                purchase(bob, "1234567890123.45"))
            .hint(
                "A whole number can be an Integer, a Long or a BigInteger: ask for a Number, and make a BigDecimal of its text."),
        new ActivityCase("a purchase without an amount", withData(Map.of("item", "book"))),
        new ActivityCase("an amount that is text", withData(Map.of("amount", "12"))),
        new ActivityCase("an amount that is true", withData(Map.of("amount", true))),
        new ActivityCase("an amount that is a list", withData(Map.of("amount", List.of(12)))),
        new ActivityCase(
            "an amount that is null", withData(Collections.singletonMap("amount", null))));
  }

  private List<ActivityCase> ofNames() {
    String upper = ann.toUpperCase(Locale.ROOT);
    String longName = "x".repeat(300);
    return Stream.of(
            two("users whose ids differ in capital letters", ann, upper),
            two("users whose ids differ in a blank at the end", ann, ann + " "),
            two("users whose ids differ in a blank at the start", ann, " " + ann),
            two(
                "users whose ids look alike (é as one character and as two)",
                "ren\u00e9",
                "rene\u0301"),
            two("users whose ids consist of digits", "7", "007"),
            two("users with long ids", longName + "a", longName + "b"))
        .map(each -> each.hint(AS_IT_IS))
        .toList();
  }

  /** Both log in and buy something, and one of them logs out. */
  private ActivityCase two(String situation, String one, String other) {
    return new ActivityCase(
        situation,
        login(one),
        login(other),
        purchase(one, "3.50"),
        purchase(other, "4.25"),
        login(other),
        logout(one));
  }

  private UserEvent login(String user) {
    return events.event(user, UserEvent.LOGIN);
  }

  private UserEvent logout(String user) {
    return events.event(user, UserEvent.LOGOUT);
  }

  private UserEvent purchase(String user, String amount) {
    return withData(user, Map.of("amount", new BigDecimal(amount)));
  }

  private UserEvent withData(Map<String, @Nullable Object> data) {
    return withData(ann, data);
  }

  private UserEvent withData(String user, Map<String, ? extends @Nullable Object> data) {
    UserEvent event = events.event(user, UserEvent.PURCHASE);
    return new UserEvent(user, event.eventType(), event.timestamp(), unchecked(data));
  }

  /** The contract's type does not say that a value may be null, but JSON has such values. */
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> unchecked(Map<String, ? extends @Nullable Object> data) {
    return (Map<String, Object>) data;
  }
}
