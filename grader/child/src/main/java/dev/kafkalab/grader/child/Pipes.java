package dev.kafkalab.grader.child;

import java.io.BufferedReader;

/**
 * The two pipes to the grader.
 *
 * @param requests what it asks for, one JSON object a line
 * @param wire where the answers go
 */
record Pipes(BufferedReader requests, Wire wire) {}
