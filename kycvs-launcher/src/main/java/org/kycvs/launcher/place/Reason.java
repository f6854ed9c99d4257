package org.kycvs.launcher.place;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/** Says in a few words why a file operation failed. */
public final class Reason {
  private Reason() {}

  /** The words; without the path, which the caller knows better. */
  public static String of(IOException exception) {
    if (exception instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (exception instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (exception instanceof FileAlreadyExistsException
        || exception instanceof NotDirectoryException) {
      return "a file is in the way";
    }
    Optional<String> reason =
        Optional.ofNullable(
            exception instanceof FileSystemException failure
                ? failure.getReason()
                : exception.getMessage());
    return reason.map(text -> text.toLowerCase(Locale.ROOT)).orElse("unknown reason");
  }
}
