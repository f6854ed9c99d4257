package org.kycvs.launcher.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.kycvs.registry.control.imports.MendedRows;
import org.kycvs.registry.control.imports.Refusals;
import org.kycvs.registry.control.imports.RefusedRowsFile;

/**
 * Where the refused rows of a file are written to: beside it, for its owner's eyes only, since it
 * holds names and mobiles. What is there already is never overwritten: somebody may be mending it.
 */
final class RefusedRowsPath {
  private static final int MOST = 1_000;

  private final Path file;

  RefusedRowsPath(Path file) {
    this.file = file;
  }

  /** Writes the rows; gives the path that they are at. */
  Path write(Refusals refusals, MendedRows mended) throws IOException {
    for (int number = 1; number <= MOST; number++) {
      Path path = file.resolveSibling(name(number));
      try (Writer text = open(path);
          InputStream csv = Files.newInputStream(file)) {
        new RefusedRowsFile(csv, mended).write(refusals, text);
        return path;
      } catch (FileAlreadyExistsException e) {
        // The next number, then.
      }
    }
    throw new FileAlreadyExistsException(name(1));
  }

  private String name(int number) {
    String stem = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.csv$", "");
    return stem + ".refused" + (number == 1 ? "" : "-" + number) + ".csv";
  }

  private static Writer open(Path path) throws IOException {
    return new OutputStreamWriter(
        Channels.newOutputStream(
            Files.newByteChannel(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")))),
        StandardCharsets.UTF_8);
  }
}
