package dev.kafkalab.grader.classrun.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Forbids a page all but its own style and one script, which is known by its digest (CSP 3). */
final class ContentPolicy {

  private ContentPolicy() {}

  /** Returns the element for the page's head. */
  static String allowing(String script) {
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; script-src 'sha256-"
        + digest(script)
        + "'; base-uri 'none'; form-action 'none'\">\n";
  }

  private static String digest(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
