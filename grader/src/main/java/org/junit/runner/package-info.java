/** Stands in for JUnit 4, like {@code org.junit.rules}. */
@NullMarked
package org.junit.runner;

import org.jspecify.annotations.NullMarked;
