package org.kycvs.testing.container;

import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jspecify.annotations.Nullable;

/**
 * The first test class deploys, the others use what it deployed: Payara Micro starts once. All of
 * them must therefore have the same deployment, which {@link ApplicationArchive} is.
 */
@SuppressWarnings("NullAway.Init") // Arquillian sets the fields.
public final class OneDeployment {
  @Inject @ClassScoped private InstanceProducer<DeploymentScenario> ofClass;
  @Inject private Instance<ContainerRegistry> containers;
  @Inject private Event<UnDeployDeployment> undeploy;

  private @Nullable DeploymentScenario ofAll;
  private boolean isDeployed;

  void generate(@Observes EventContext<GenerateDeployment> event) {
    if (ofAll == null) {
      event.proceed();
      ofAll = ofClass.get();
    } else {
      ofClass.set(ofAll);
    }
  }

  void deploy(@Observes EventContext<DeployManagedDeployments> event) {
    if (!isDeployed) {
      isDeployed = true;
      event.proceed();
    }
  }

  /** Not after a class, but after all. */
  void keep(@Observes EventContext<UnDeployManagedDeployments> event) {}

  void stop(@Observes(precedence = 1) AfterSuite event) {
    if (ofAll != null) {
      for (Deployment deployment : ofAll.deployedDeployments()) {
        undeploy.fire(
            new UnDeployDeployment(
                containers.get().getContainer(deployment.getDescription().getTarget()),
                deployment));
      }
    }
  }
}
