package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db.example/kycvs",
        "postgres://db.example:5432/kycvs",
        "jdbc:postgresql://db.example/kycvs"
      })
  void parse_libpqOrJdbc_isTheSameAddress(String text) {
    assertEquals(new DatabaseAddress("db.example", 5432, "kycvs", ""), DatabaseAddress.parse(text));
  }

  @Test
  void parse_parameters_arePassedOn() {
    DatabaseAddress address =
        DatabaseAddress.parse("postgresql://db.example:6432/kycvs?sslmode=verify-full");
    assertEquals("jdbc:postgresql://db.example:6432/kycvs?sslmode=verify-full", address.jdbcUrl());
  }

  @Test
  void parse_ipv6_keepsItsBrackets() {
    assertEquals(
        "jdbc:postgresql://[::1]:5432/kycvs",
        DatabaseAddress.parse("postgresql://[::1]/kycvs").jdbcUrl());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kycvs",
        "mysql://db.example/kycvs",
        "postgresql://db.example",
        "postgresql://db.example/",
        "postgresql://db.example/a/b",
        "postgresql:///kycvs",
        "postgresql://me:secret@db.example/kycvs",
        "postgresql://db.example/kycvs?password=secret",
        "jdbc:postgresql://db.example/kycvs?ssl=true&user=me",
        "postgresql://db.example:port/kycvs"
      })
  void parse_somethingElseOrWithSecrets_isRefused(String text) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> DatabaseAddress.parse(text));
    assertEquals(DatabaseAddress.FORM, refusal.getMessage());
  }

  @Test
  void libpqUri_awkwardPassword_isReadBackAsItWas() {
    DatabaseLogin login =
        new DatabaseLogin(
            new DatabaseAddress("127.0.0.1", 5433, "kycvs", ""), "own er", "a:/@%+ ?#b");
    assertEquals(login, DatabaseLogin.parse(login.libpqUri()));
  }

  @Test
  void toString_ofALogin_hasNoPassword() {
    DatabaseLogin login =
        new DatabaseLogin(new DatabaseAddress("h", 1, "d", ""), "owner", "secret");
    assertEquals("owner@h:1/d", login.toString());
  }
}
