package org.kycvs.launcher.check;

/** What a check found: a statement to rely on, or reasons not to. */
public sealed interface CheckResult permits Checked, Refused {}
