package org.kycvs.launcher.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.client.statement.CheckResult;
import org.kycvs.client.statement.Checked;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.IssuerFacts;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.KnownStatusLists;
import org.kycvs.client.statement.Recalls;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.client.statement.StatusList;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.shared.time.TimeProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code check}: may this statement be relied on, and if not, why not. */
@Command(
    name = "check",
    description = "Checks a signed statement offline, and says why not.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the statement may be relied on",
      "1:it is refused, for the reasons given",
      "2:wrong usage",
      "3:a file or URL could not be read"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Clock clock;
  private final InputStream in;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "STATEMENT",
      description = "The statement, a file that holds it, or - for standard input.")
  private String statement;

  @Option(
      names = "--jwks",
      required = true,
      paramLabel = "FILE|URL",
      description = "The issuer's public keys (/.well-known/jwks.json).")
  private String jwks;

  @Option(
      names = "--metadata",
      paramLabel = "FILE|URL",
      description = "The issuer and the times of its keys (/.well-known/kycvs.json).")
  private @Nullable String metadata;

  @Option(names = "--issuer", paramLabel = "URI", description = "Who must have issued it.")
  private @Nullable String issuer;

  @Option(
      names = "--audience",
      paramLabel = "ORGANISATION",
      description = "For which organisation it must have been made (org_…).")
  private @Nullable String audience;

  @Option(names = "--nonce", description = "The nonce of the question that it must answer.")
  private @Nullable String nonce;

  @Option(
      names = "--status-list",
      paramLabel = "FILE|URL",
      description =
          "A status list token, which tells what was recalled; may be said several times.")
  private List<String> statusLists = List.of();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Check as at this time, such as 2026-11-21T09:30:00Z, instead of now.")
  private @Nullable Instant at;

  @Option(names = "--allow-test", description = "Accept statements about invented persons.")
  private boolean allowTest;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  /** Checks by the system's clock. */
  public CheckCommand() {
    this(new TimeProducer().clock(), System.in);
  }

  CheckCommand(Clock clock, InputStream in) {
    this.clock = clock;
    this.in = in;
  }

  @Override
  public Integer call() {
    KnownKeys keys = keys();
    Optional<IssuerFacts> facts = facts();
    Recalls recalls = recalls(keys, facts);
    StatementChecker checker =
        facts
            .map(known -> StatementChecker.trusting(keys, known, recalls))
            .orElseGet(() -> StatementChecker.trustingKeysAlone(keys, recalls));
    Instant now = at != null ? at : clock.instant();
    CheckResult result = checker.check(statementText(), expected(), now);
    CheckReport report = new CheckReport(spec.commandLine().getOut());
    if (json) {
      report.forPrograms(result);
    } else {
      report.forPeople(result);
    }
    return result instanceof Checked ? ExitCode.DONE : ExitCode.NO;
  }

  private Expected expected() {
    try {
      Expected.WithAudience forWhom =
          audience == null ? Expected.anyAudience() : Expected.audience(audience);
      Expected.WithNonce answering = nonce == null ? forWhom.anyNonce() : forWhom.nonce(nonce);
      Expected expected = allowTest ? answering.liveOrTest() : answering.live();
      return issuer == null ? expected : expected.issuedBy(issuer);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "what is expected is wrong: " + e.getMessage());
    }
  }

  private KnownKeys keys() {
    try {
      return KnownKeys.parse(Document.read(jwks));
    } catch (ParseException e) {
      throw new CommandException(ExitCode.USAGE, "--jwks " + jwks + ": " + e.getMessage());
    }
  }

  private Optional<IssuerFacts> facts() {
    if (metadata == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(IssuerFacts.parse(Document.read(metadata)));
    } catch (ParseException e) {
      throw new CommandException(ExitCode.USAGE, "--metadata " + metadata + ": " + e.getMessage());
    }
  }

  private Recalls recalls(KnownKeys keys, Optional<IssuerFacts> facts) {
    if (statusLists.isEmpty()) {
      return Recalls.notLookedUp();
    }
    IssuerFacts known =
        facts.orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "--status-list needs --metadata: it tells whose keys sign which lists"));
    return new KnownStatusLists(
        known, statusLists.stream().map(list -> statusList(list, keys)).toList());
  }

  private static StatusList statusList(String list, KnownKeys keys) {
    try {
      return StatusList.parse(Document.read(list).strip(), keys);
    } catch (ParseException e) {
      throw new CommandException(ExitCode.USAGE, "--status-list " + list + ": " + e.getMessage());
    }
  }

  /** White space around a statement in a file or stream is an editor's or shell's, not its own. */
  private String statementText() {
    if (statement.equals("-")) {
      try {
        return Document.read(in, "standard input").strip();
      } catch (IOException e) {
        throw new CommandException(ExitCode.UNREACHABLE, "cannot read standard input");
      }
    }
    return looksLikeJws() && !isFile() ? statement : Document.file(statement).strip();
  }

  private boolean looksLikeJws() {
    return statement.startsWith("eyJ") || statement.chars().filter(c -> c == '.').count() == 2;
  }

  private boolean isFile() {
    try {
      return Files.isRegularFile(Path.of(statement));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
