package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;

/** The main journey. */
@Stateless
public class Verifications {}
