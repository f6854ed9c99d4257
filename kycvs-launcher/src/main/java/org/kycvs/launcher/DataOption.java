package org.kycvs.launcher;

import java.nio.file.Path;
import org.kycvs.launcher.place.DataDirectory;
import picocli.CommandLine.Option;

/** The option that names the data folder. */
public final class DataOption {
  /** The folder unless another is named. */
  static final String DEFAULT = "data";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DEFAULT,
      description = "Folder of database, secrets and logs (default: ./${DEFAULT-VALUE}).")
  private Path folder;

  /** The folder, made if there is none. */
  public DataDirectory open() {
    return DataDirectory.open(folder);
  }
}
