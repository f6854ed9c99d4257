package org.kycvs.bench;

import java.nio.file.Path;

/**
 * Makes databases to measure on, each as an installation would have it: the same PostgreSQL with
 * the same settings, schema and roles. Closing this removes all that is left of them.
 */
public interface BenchDatabases extends AutoCloseable {

  /** A database with the schema and nobody in it, equal to all others that this makes. */
  BenchDatabase fresh();

  /** Where files may be put; on the databases' disk, gone when this is closed. */
  Path folder();

  /** What databases these are, in a few words for people. */
  String description();

  @Override
  void close();
}
