package org.kycvs.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Gives one connection again and again, as a pool would: closing what it gives does nothing, so
 * that a test with thousands of calls does not sign in thousands of times. For one thread.
 */
public final class KeptConnection extends ConnectionsOnly implements AutoCloseable {
  private final Connection kept;

  /** Signs in once. */
  public KeptConnection(DataSource database) throws SQLException {
    this.kept = database.getConnection();
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(kept, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Signs out. */
  @Override
  public void close() throws SQLException {
    kept.close();
  }
}
