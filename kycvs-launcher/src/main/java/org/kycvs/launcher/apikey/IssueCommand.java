package org.kycvs.launcher.apikey;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.organisation.OrganisationParameter;
import org.kycvs.launcher.report.Words;
import org.kycvs.shared.mode.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues a key. */
@Command(
    name = "issue",
    description = {
      "Issues an API key and prints it, this once.",
      "Without --scope it may do everything, without --address from anywhere,",
      "without --expires it lives until it is revoked."
    })
final class IssueCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Spec private CommandSpec command;

  @Mixin private OrganisationParameter organisation;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      required = true,
      description = "What it is for, up to 60 characters, such as 'front desk'.")
  private String name;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      required = true,
      converter = Modes.class,
      completionCandidates = Modes.class,
      description = "Real people or invented ones: ${COMPLETION-CANDIDATES}.")
  private Mode mode;

  @Option(
      names = "--default-purpose",
      paramLabel = "PURPOSE",
      description = {
        "The code of the purpose that it asks for where a call names none, as in the",
        "CoWIN-compatible API; it stays with the key."
      })
  private @Nullable String defaultPurpose;

  @Mixin private LimitOptions limits;
  @Mixin private ApiKeyOptions options;

  IssueCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    if (!KeyName.isName(name)) {
      throw new ParameterException(
          command.commandLine(), "--name must be a text of 1 to 60 characters");
    }
    KeyName named = new KeyName(organisation.id(), mode, name);
    Set<ApiKeyScope> scopes =
        limits.scopes().isEmpty() ? EnumSet.allOf(ApiKeyScope.class) : limits.scopes();
    return options.act(
        databases,
        (keys, operator, zone) ->
            keys.issue(
                operator,
                named,
                new KeyLimits(
                    scopes,
                    limits.addresses(),
                    limits.expiresAt(zone),
                    Optional.ofNullable(defaultPurpose))),
        "Issued %s, a " + mode.wire() + " key of " + organisation + ".");
  }

  /** The modes' words. */
  static final class Modes extends Words implements ITypeConverter<Mode> {
    Modes() {
      super(Arrays.stream(Mode.values()).map(Mode::wire).toList());
    }

    @Override
    public Mode convert(String word) {
      return Mode.ofWire(known(word));
    }
  }
}
