package org.kycvs.apikey.entity;

import com.google.errorprone.annotations.RestrictedApi;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;

/**
 * A key that was just made. It shows the whole key once and has forgotten it then; nobody else
 * knows it. It never prints itself.
 */
public final class NewApiKey {
  private static final int SECRET_LENGTH = 32;

  private final ApiKeyId id;
  private final AtomicReference<@Nullable PresentedApiKey> whole;

  private NewApiKey(PresentedApiKey whole) {
    this.id = whole.id();
    this.whole = new AtomicReference<>(whole);
  }

  /** A new one: 32 random base62 characters, 190 bits, are its secret. */
  public static NewApiKey random(Mode mode) {
    return new NewApiKey(
        PresentedApiKey.of(mode, ApiKeyId.random(), RandomText.base62(SECRET_LENGTH)));
  }

  /** Names it. */
  public ApiKeyId id() {
    return id;
  }

  /** What is kept of it. */
  public ApiKeyHash hashedBy(KeyedHash hash) {
    PresentedApiKey known = whole.get();
    if (known == null) {
      throw shown();
    }
    return known.hashedBy(hash);
  }

  /**
   * The whole key, for the one who is given it.
   *
   * @throws IllegalStateException if it was shown before
   */
  @RestrictedApi(
      explanation = "A key is shown once, to the one who is given it; mark the place with why.",
      allowlistAnnotations = RevealsApiKey.class,
      allowedOnPath = ".*/src/test/.*")
  @RevealsApiKey(because = "It hands on what the caller is marked for")
  public String revealOnce() {
    PresentedApiKey known = whole.getAndSet(null);
    if (known == null) {
      throw shown();
    }
    return known.reveal();
  }

  private static IllegalStateException shown() {
    return new IllegalStateException("The key was shown before and is not known any more");
  }

  @Override
  public String toString() {
    return id.value();
  }
}
