package org.kycvs.launcher.run;

import org.kycvs.launcher.demodata.Demonstration;

/** What the user of a running installation needs to know. */
public final class Welcome {
  private Welcome() {}

  /** Prints addresses, and the demonstration's keys and sign-ins. */
  public static void print(Screen screen, RunFile running) {
    screen.line("");
    screen.line("Ready: " + running.url());
    screen.line("  API          " + running.url() + "/api/v1/verifications");
    screen.line("  API contract " + running.url() + "/openapi");
    screen.line("  SMS inbox    " + running.url() + "/dev/sms");
    for (Demonstration.Organisation organisation : running.organisations()) {
      screen.line("");
      screen.line(organisation.name() + "  " + organisation.id());
      screen.line("  live key     " + organisation.liveKey());
      screen.line("  test key     " + organisation.testKey());
      screen.line("  purposes     " + String.join(", ", organisation.purposes()));
    }
    if (!running.signIns().isEmpty()) {
      screen.line("");
      screen.line("Sign-ins at " + running.url() + "/portal");
      for (Demonstration.SignIn signIn : running.signIns()) {
        screen.line("  " + signIn.email() + "  " + signIn.password() + "  (" + signIn.role() + ")");
      }
    }
    screen.line("");
    screen.line("Ctrl-C stops it.");
  }
}
