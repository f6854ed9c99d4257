package org.kycvs.webshared.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class CausesTest {
  @Test
  void commitUnknown_databaseKilledWhileCommitting_isRecognised() {
    SystemException commit = new SystemException();
    commit.initCause(new XAException("terminating connection due to unexpected postmaster exit"));

    assertTrue(Causes.isCommitUnknown(commit));
    assertTrue(Causes.isCommitUnknown(new EJBException("commit", commit)));
  }

  @Test
  void commitUnknown_databaseGoneBefore_isNot() {
    SQLException gone = new SQLException("This connection has been closed.", "08003");

    assertFalse(Causes.isCommitUnknown(new IllegalStateException(gone)));
    assertTrue(Causes.isDatabaseGone(new IllegalStateException(gone)));
  }

  @Test
  void commitUnknown_faultOfOurs_isNot() {
    assertFalse(Causes.isCommitUnknown(new IllegalStateException("a fault")));
    assertFalse(Causes.isDatabaseGone(new SQLException("no such column", "42703")));
  }
}
