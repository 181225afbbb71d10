/** Stands in for JUnit 4, like {@code org.junit.rules}. */
@NullMarked
package org.junit.runners.model;

import org.jspecify.annotations.NullMarked;
