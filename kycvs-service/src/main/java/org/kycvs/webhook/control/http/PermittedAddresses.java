package org.kycvs.webhook.control.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kycvs.webhook.entity.PublicAddresses;

/**
 * The addresses that a name leads to, if something may be sent to all of them. What is connected to
 * is an address that was looked at here, never the name again: a name that leads elsewhere a moment
 * later changes nothing.
 */
final class PermittedAddresses {
  private final AddressLookUp lookUp;
  private final ExecutorService threads;
  private final boolean allowLoopback;

  PermittedAddresses(AddressLookUp lookUp, ExecutorService threads, boolean allowLoopback) {
    this.lookUp = lookUp;
    this.threads = threads;
    this.allowLoopback = allowLoopback;
  }

  /**
   * At least one.
   *
   * @throws RefusedTargetException if nothing may be sent to one of them; it does not say which, so
   *     that nobody learns our networks from it
   * @throws SocketTimeoutException if the name was not found out in time
   */
  List<InetAddress> of(String host, Deadline deadline) throws IOException {
    List<InetAddress> addresses = lookUp(host, deadline);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    if (!addresses.stream().allMatch(this::isPermitted)) {
      throw new RefusedTargetException(
          "The name leads to an address that is not public, so nothing was sent.");
    }
    return addresses;
  }

  private boolean isPermitted(InetAddress address) {
    return PublicAddresses.contain(address) || allowLoopback && address.isLoopbackAddress();
  }

  /** In another thread: the look-up of a name cannot be given a time. */
  private List<InetAddress> lookUp(String host, Deadline deadline) throws IOException {
    try {
      Future<List<InetAddress>> found = threads.submit(() -> lookUp.of(host));
      return found.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException("The look-up failed", e.getCause());
    } catch (TimeoutException | RejectedExecutionException e) {
      throw new SocketTimeoutException("The name was not found out in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
