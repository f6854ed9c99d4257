package org.kycvs.testing;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.testing.container.ApplicationArchive;

/** A test that runs within the server, beside the boundaries. */
@ExtendWith(ArquillianExtension.class)
public abstract class InContainer {

  /** The same for all. */
  @Deployment
  public static WebArchive application() {
    return ApplicationArchive.make();
  }

  @BeforeEach
  final void letTimeRun() {
    TestClock.INSTANCE.goOn();
  }
}
