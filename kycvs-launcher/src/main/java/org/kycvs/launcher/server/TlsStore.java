package org.kycvs.launcher.server;

import java.nio.file.Path;

/**
 * Where the server finds its certificates and private key.
 *
 * @param file a PKCS#12 store that only its owner may read
 * @param password its password, made for this start
 * @param entry the name of the entry in it
 */
public record TlsStore(Path file, String password, String entry) {
  @Override
  public String toString() {
    return "TlsStore(secret)";
  }
}
