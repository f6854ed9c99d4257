package org.kycvs.systemtest.support;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server that most of them share: a parameter of type {@link RunningServer}. It
 * is started for the first that wants it and stopped after the last test of all.
 */
public final class SharedServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(SharedServer.class, key -> Shared.start(), Shared.class)
        .server();
  }

  private record Shared(DataFolder folder, RunningServer server) implements AutoCloseable {
    static Shared start() {
      DataFolder folder = DataFolder.make();
      // Tests ask for thousands of codes that nobody redeems.
      Map<String, String> settings =
          Map.of(
              "KYCVS_WEBHOOK_ALLOW_LOOPBACK", "true",
              "KYCVS_SMS_CONVERSION_LEAST_PERCENT", "0");
      return new Shared(folder, RunningServer.start("shared", folder, settings));
    }

    @Override
    public void close() {
      server.close();
      folder.close();
    }
  }
}
