package org.kycvs.registry.entity;

import java.util.Locale;

/** Why a change of the registry was refused. The constant's name with hyphens is the code. */
public enum ChangeRefusal {
  /** No reason was given, or one of more than 500 characters. */
  REASON_MISSING("say why, in 1 to 500 characters"),
  /** There is no record with this beneficiary reference id. */
  RECORD_UNKNOWN("there is no record with this reference"),
  /** The record has no dose with this number. */
  DOSE_UNKNOWN("the record has no dose with this number"),
  /** The dose was revoked before. */
  ALREADY_REVOKED("the dose is revoked already"),
  /** The dose is not revoked. */
  NOT_REVOKED("the dose is not revoked"),
  /** The correction says what the registry says. */
  NOTHING_CORRECTED("that is what the registry says already"),
  /** The product is not in the product table. */
  PRODUCT_UNKNOWN("there is no such vaccine product"),
  /** The day is before the programme began, or after today. */
  DAY_OUT_OF_PROGRAMME("the day is before the programme began, or in the future"),
  /** A record is of the same person as itself anyway. */
  SAME_RECORD("a record cannot be merged with itself"),
  /** The record that is to be merged into another is merged already. */
  ALREADY_MERGED("the record is merged already: split it first"),
  /** The record is not merged. */
  NOT_MERGED("the record is not merged"),
  /** Others were merged into this record; they can be split off. */
  STANDS_FOR_OTHERS("others were merged into this record: split those off"),
  /** There is no such change. */
  CHANGE_UNKNOWN("there is no such import, and no such act on a dose"),
  /** A merge or a split is not undone. */
  NOT_UNDONE_BUT_SPLIT("a merge is not undone: split the record, or merge it again"),
  /** The change was undone before. */
  ALREADY_UNDONE("it was undone already"),
  /** Later changes built on what the change brought. */
  CHANGED_SINCE("later changes built on it: undo those first"),
  /** A record that the import added was merged with another. */
  MERGED_SINCE("records that it added are merged with others: split them first"),
  /** There is no such dispute. */
  DISPUTE_UNKNOWN("there is no such dispute"),
  /** The dispute was settled before. */
  ALREADY_SETTLED("the dispute is settled already");

  private final String explanation;

  ChangeRefusal(String explanation) {
    this.explanation = explanation;
  }

  /** What is wrong and what to do, in words. */
  public String explanation() {
    return explanation;
  }

  /** The code, such as {@code record-unknown}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
