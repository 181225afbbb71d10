package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.EventGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the events with which user activity is tested, the simplest first. */
final class ActivityCases {

  private static final String OTHER_TYPE = "click";

  private final EventGenerator events;
  private final String ann;
  private final String bob;

  ActivityCases(EventGenerator events) {
    this.events = events;
    List<String> users = events.users(2);
    this.ann = users.get(0);
    this.bob = users.get(1);
  }

  Map<String, List<UserEvent>> all() {
    Map<String, List<UserEvent>> cases = new LinkedHashMap<>();
    cases.put("no events yet", List.of());
    cases.put("one login", List.of(login(ann)));
    cases.put("a login and a logout", List.of(login(ann), logout(ann)));
    cases.put("a logout without a login", List.of(logout(ann)));
    cases.put("a logout before the login", List.of(logout(ann), login(ann)));
    cases.put("two logins and one logout", List.of(login(ann), login(ann), logout(ann)));
    cases.put("two users", List.of(login(ann), login(bob), logout(ann)));
    cases.put("purchases", List.of(purchase(ann, "0.10"), purchase(ann, "0.20")));
    cases.put("purchases of two users", List.of(purchase(ann, "12"), purchase(bob, "7.5")));
    cases.put("a purchase without an amount", List.of(withData(ann, Map.of("item", "book"))));
    cases.put("an amount that is not a number", List.of(withData(ann, Map.of("amount", "12"))));
    cases.put("an event of another type", List.of(events.event(ann, OTHER_TYPE)));
    cases.put("many events of many users", many());
    return cases;
  }

  private List<UserEvent> many() {
    List<String> users = events.users(5);
    List<UserEvent> many = new ArrayList<>(events.events(users, 60));
    many.add(events.event(users.get(0), OTHER_TYPE));
    many.addAll(events.events(users, 20));
    return many;
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

  private UserEvent withData(String user, Map<String, Object> data) {
    UserEvent event = events.event(user, UserEvent.PURCHASE);
    return new UserEvent(user, event.eventType(), event.timestamp(), data);
  }
}
