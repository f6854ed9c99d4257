package org.kycvs.bench.people;

/**
 * An invented name.
 *
 * @param given its place among the given names
 * @param family its place among the family names
 * @param script how it is written
 */
record MadeName(int given, int family, Script script) {

  /** As registered: given name, family name. */
  String written() {
    return NameList.GIVEN.written(given, script) + " " + NameList.FAMILY.written(family, script);
  }

  /** As some people write it. */
  String familyFirst() {
    return NameList.FAMILY.written(family, script) + " " + NameList.GIVEN.written(given, script);
  }
}
