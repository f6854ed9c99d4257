package org.kycvs.launcher.demodata;

import java.util.ArrayList;
import java.util.List;

/** What a user of the demonstration data needs to know, gathered while they are made. */
public final class Demonstration {
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<SignIn> signIns = new ArrayList<>();
  private boolean peopleAdded;

  /**
   * An organisation with its API keys.
   *
   * @param id its id, {@code org_…}
   * @param name what it calls itself
   * @param liveKey its API key for real people
   * @param testKey its API key for test people
   * @param purposes the codes of its approved purposes
   */
  public record Organisation(
      String id, String name, String liveKey, String testKey, List<String> purposes) {
    @Override
    public String toString() {
      return name + " (" + id + ")";
    }
  }

  /**
   * Who may sign in to the portal.
   *
   * @param email the name to sign in with
   * @param password the password
   * @param role the role that it shows
   */
  public record SignIn(String email, String password, String role) {
    @Override
    public String toString() {
      return email + " (" + role + ")";
    }
  }

  /** Tells whether people were added to an empty registry. */
  public void people(boolean added) {
    peopleAdded = added;
  }

  /** Whether people were added to an empty registry. */
  public boolean peopleAdded() {
    return peopleAdded;
  }

  /** Tells of an organisation. */
  public void organisation(Organisation organisation) {
    organisations.add(organisation);
  }

  /** Tells of a sign-in. */
  public void signIn(SignIn signIn) {
    signIns.add(signIn);
  }

  /** What there is, in a few words. */
  public String summary() {
    return organisations.size() + " organisations" + (peopleAdded ? ", sample people" : "");
  }

  /** Those told of, in order. */
  public List<Organisation> organisations() {
    return List.copyOf(organisations);
  }

  /** Those told of, in order. */
  public List<SignIn> signIns() {
    return List.copyOf(signIns);
  }
}
