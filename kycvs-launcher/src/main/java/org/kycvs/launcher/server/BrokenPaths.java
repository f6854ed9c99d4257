package org.kycvs.launcher.server;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A path with a broken percent escape, such as {@code /%zz}, is logged by the server with a stack
 * trace that has a piece of the path. Anybody can have that written, as often as they like: it
 * becomes one line without either.
 */
public final class BrokenPaths implements Filter {
  private static final String LOGGER = "jakarta.enterprise.web.core";
  private static final String DECODER = "org.glassfish.grizzly.http.util.";

  @Override
  public boolean isLoggable(LogRecord record) {
    if (LOGGER.equals(record.getLoggerName()) && isFromDecoder(record.getThrown())) {
      record.setThrown(null);
      record.setLevel(Level.INFO);
      record.setMessage("A path with a broken percent escape was not served");
    }
    return true;
  }

  private static boolean isFromDecoder(@Nullable Throwable thrown) {
    return thrown instanceof IllegalArgumentException
        && thrown.getStackTrace().length > 0
        && thrown.getStackTrace()[0].getClassName().startsWith(DECODER);
  }
}
