package org.junit.rules;

import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** Stands in for JUnit 4's interface of this name. */
public interface TestRule {

  /** Is what JUnit 4 would call: nothing does here. */
  Statement apply(Statement base, Description description);
}
