/**
 * Stands in for JUnit 4: Testcontainers 1.x cannot be loaded without three types of it, whether or
 * not a test uses them. JUnit 4 itself is excluded, so that no test uses its annotations by
 * mistake.
 */
@NullMarked
package org.junit.rules;

import org.jspecify.annotations.NullMarked;
