package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.testing.TestDatabase;

/** Making the role that the application signs in as. */
class ApplicationRoleIT {
  private static final int NODES = 6;
  private static final int ROUNDS = 10;

  private final TestDatabase database = TestDatabase.fresh();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void ensure_severalNodesAtOnce_eachFindsItMade() throws Exception {
    DatabaseLogin superuser = new DatabaseLogin(address(), "postgres", "");
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        DatabaseLogin role = new DatabaseLogin(address(), "role_of_round_" + round, "secret");
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<Future<?>> made = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
          made.add(
              nodes.submit(
                  () -> {
                    try (Connection owner = superuser.connect()) {
                      together.await();
                      ApplicationRole.ensure(owner, role);
                    }
                    return null;
                  }));
        }
        for (Future<?> one : made) {
          one.get();
        }
        assertTrue(Roles.canSignIn(role, role.address()));
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private DatabaseAddress address() throws SQLException {
    try (Connection connection = database.owner().getConnection()) {
      String url = connection.getMetaData().getURL().replaceFirst("^jdbc:", "");
      return DatabaseAddress.parse(url.replaceFirst("[?].*$", ""));
    }
  }
}
