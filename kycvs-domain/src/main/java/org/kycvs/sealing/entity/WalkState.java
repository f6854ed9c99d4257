package org.kycvs.sealing.entity;

/**
 * How far a table's values were sealed anew.
 *
 * @param table which
 * @param masterKey the id of the key that they are sealed with then
 * @param sealedAnew how many rows so far
 * @param unopened how many rows of the last pass do not open, and are left as they are
 * @param isFinished whether a whole pass found nothing more to do
 */
public record WalkState(
    String table, String masterKey, long sealedAnew, long unopened, boolean isFinished) {}
