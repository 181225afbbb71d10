package dev.kafkalab.grader.handin.platform;

import java.io.IOException;
import java.util.Optional;

/** Knows how one platform lays out its downloads. */
interface Platform {

  /** Returns whose each file is; empty if this is no download of the platform's. */
  Optional<Delivery> read(Listing listing) throws IOException;
}
