package org.kycvs.docs;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the site: called by the build with the project's folder and the folder to write to. */
public final class DocsMain {
  private DocsMain() {}

  /**
   * Makes all pages.
   *
   * @param args the project's folder, and the folder that stands for the server's root
   * @throws BrokenDocsException if anything is wrong with the sources; then nothing is written
   */
  public static void main(String[] args) throws IOException {
    new Site(Path.of(args[0])).write(Path.of(args[1]));
  }
}
