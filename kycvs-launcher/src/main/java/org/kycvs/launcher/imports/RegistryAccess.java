package org.kycvs.launcher.imports;

import java.sql.Connection;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** The registry of one installation, opened for administration. Close it when done. */
public interface RegistryAccess extends AutoCloseable {

  /** A connection under the owner's role, with no transaction begun; closed with this access. */
  Connection connection();

  /** The installation's master key. */
  MasterKey masterKey();

  /** The calendar of the country served. */
  Calendar calendar();

  @Override
  void close();
}
