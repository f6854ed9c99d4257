package org.kycvs.launcher;

import java.nio.file.Path;
import org.kycvs.launcher.place.DataDirectory;
import picocli.CommandLine.Option;

/** The option that names the data folder. */
public final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of database, secrets and logs (default: ./${DEFAULT-VALUE}).")
  private Path folder;

  /** The folder, made if there is none. */
  public DataDirectory open() {
    return DataDirectory.open(folder);
  }
}
