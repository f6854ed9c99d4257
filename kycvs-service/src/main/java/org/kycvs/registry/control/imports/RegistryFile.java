package org.kycvs.registry.control.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of one registry file, read once, with their digest. */
final class RegistryFile {
  private final DigestInputStream content;

  RegistryFile(InputStream content) {
    try {
      this.content = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** To be read to its end. */
  InputStream content() {
    return content;
  }

  /** SHA-256 of the whole file; what was not read yet is passed over. */
  byte[] digest() throws IOException {
    content.transferTo(OutputStream.nullOutputStream());
    return content.getMessageDigest().digest();
  }
}
